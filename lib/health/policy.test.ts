import { describe, expect, it } from "vitest";
import { databaseCheck, failedCheck, linksCheck, mailCheck, migrationsCheck, reviewsCheck } from "./policy";
import { worstState } from "./types";

const mail = { mode: "smtp", problem: null, queued: 0, failed: 0, outboxPath: "/admin/mail" } as const;

describe("health", () => {
  it("tells a fast database from a slow one", () => {
    expect(databaseCheck({ version: "18.1", milliseconds: 0.4 })).toMatchObject({
      state: "ok",
      text: "Postgres 18.1 answers in 0.4 ms.",
      advice: null,
    });
    expect(databaseCheck({ version: "18.1", milliseconds: 250.3 })).toMatchObject({ state: "warn" });
  });

  it("fails while migrations are missing", () => {
    expect(migrationsCheck([]).state).toBe("ok");
    expect(migrationsCheck(["20261124_x"])).toMatchObject({
      state: "fail",
      text: expect.stringContaining("20261124_x") as string,
    });
  });

  it.each([
    [mail, "ok"],
    [{ ...mail, queued: 3 }, "ok"],
    [{ ...mail, failed: 1 }, "warn"],
    [{ ...mail, problem: "refused" }, "fail"],
    [{ ...mail, mode: "outbox" as const }, "warn"],
  ])("judges mail %j as %s", (facts, state) => {
    const check = mailCheck(facts);
    expect(check.state).toBe(state);
    expect(check.advice === null).toBe(state === "ok");
  });

  it("says how many reviews and links need somebody", () => {
    expect(reviewsCheck(0, 24, []).state).toBe("ok");
    expect(reviewsCheck(1, 24, []).text).toBe("1 live article not looked at for 24 months.");
    const inside = [{ label: "/nowhere in “A story”", href: null }];
    expect(linksCheck({ outside: 2, inside, looked: 10, items: [] })).toMatchObject({ state: "warn", items: inside });
    expect(linksCheck({ outside: 0, inside: [], looked: 10, items: [] }).state).toBe("ok");
  });

  it("is as bad as its worst part", () => {
    expect(worstState([])).toBe("ok");
    expect(worstState(["ok", "fail", "warn"])).toBe("fail");
    expect(failedCheck("storage", "Picture storage", "no space").advice).toMatch(/STORAGE_URL/);
  });
});
