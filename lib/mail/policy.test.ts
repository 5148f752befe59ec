import { describe, expect, it } from "vitest";
import { nextAttemptAt, problemOf, retryRefusal, textIsReadable } from "./policy";

const moment = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

describe("nextAttemptAt", () => {
  const minutesAfter = (problem: "server" | "postponed", attempts: number): number | null => {
    const next = nextAttemptAt(problem, { attempts, createdAt: moment }, moment);
    return next && (next.getTime() - moment.getTime()) / 60_000;
  };

  it("waits longer each time, less long for a server that is away", () => {
    const attempts = [1, 2, 3, 4, 5, 6, 7, 100];
    expect(attempts.map((attempt) => minutesAfter("postponed", attempt))).toEqual([1, 5, 15, 60, 180, 360, 360, 360]);
    expect(attempts.map((attempt) => minutesAfter("server", attempt))).toEqual([1, 5, 15, 15, 15, 15, 15, 15]);
  });

  it("gives up after four days", () => {
    const mail = { attempts: 20, createdAt: moment };
    expect(nextAttemptAt("server", mail, later(4 * 1440 - 15))).toEqual(later(4 * 1440));
    expect(nextAttemptAt("server", mail, later(4 * 1440 - 14))).toBeNull();
  });

  it("gives up at once what was refused for good", () => {
    expect(nextAttemptAt("refused", { attempts: 1, createdAt: moment }, moment)).toBeNull();
  });
});

describe("problemOf", () => {
  it.each([
    [{ code: "ESOCKET" }, "server"],
    [{ code: "EAUTH", responseCode: 535 }, "server"],
    [{}, "server"],
    [{ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550 }, "server"],
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "refused"],
    [{ code: "EENVELOPE", command: "API" }, "refused"],
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 450 }, "postponed"],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 554 }, "refused"],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 452 }, "postponed"],
  ])("takes %j for %s", (error, problem) => {
    expect(problemOf(error)).toBe(problem);
  });
});

describe("an administrator", () => {
  it("may retry what failed or was kept, and read only what can't reach anybody", () => {
    const states = ["queued", "sent", "failed", "kept"] as const;
    expect(states.filter((state) => retryRefusal(state) === null)).toEqual(["failed", "kept"]);
    expect(states.filter(textIsReadable)).toEqual(["kept"]);
  });
});
