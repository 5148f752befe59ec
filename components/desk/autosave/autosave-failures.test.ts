import { describe, expect, it } from "vitest";
import { plainText } from "@/lib/richtext/plain-text";
import { SaveRefused } from "./autosave-types";
import { after, lost, say, setStage } from "./testing/stage";

const stage = setStage();

describe("a save that got lost", () => {
  it("is told again, the same under the same number, with growing waits", async () => {
    const moments: number[] = [];
    stage.respond = () => {
      moments.push(Date.now());
      return lost();
    };
    const one = stage.writer({ random: () => 0.999 });
    say(one, 1, "kept");
    await after(100_000);
    const waits = moments.slice(1).map((moment, index) => Math.round((moment - (moments[index] ?? 0)) / 1000));
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect(new Set(stage.requests.map(({ request }) => JSON.stringify(request))).size).toBe(1);
    expect(one.controller.getSnapshot()).toMatchObject({ status: "failed", problem: { code: "unreachable" } });
    expect(plainText(one.store.kept!.copy.body)).toContain("kept");
  });

  it("that did arrive is not taken for somebody else's, and what was typed since is not lost", async () => {
    stage.respond = (request) => {
      stage.server.save(request, new Date());
      return lost();
    };
    const one = stage.writer();
    say(one, 1, "early");
    await after(1_000);
    stage.respond = (request) => stage.server.save(request, new Date());
    say(one, 1, "late");
    await after(2_000);
    expect(stage.text()).toContain("First. early late");
    expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", version: 3, question: null, problem: null });
  });

  it("is told at once when the network is back, and says meanwhile that there is none", async () => {
    let online = false;
    stage.respond = lost;
    const one = stage.writer({ isOnline: () => online });
    say(one, 1, "kept");
    await after(60_000);
    expect(one.controller.getSnapshot()).toMatchObject({
      status: "offline",
      problem: { message: "There is no network." },
    });
    online = true;
    stage.respond = (request) => stage.server.save(request, new Date());
    one.controller.again();
    await after(0);
    expect([one.status, stage.text()]).toEqual(["saved", expect.stringContaining("kept")]);
  });
});

describe("a save that the server refuses", () => {
  const refused = (passing: boolean) =>
    new SaveRefused({
      code: passing ? "signed-out" : "invalid",
      message: "No.",
      fields: { slug: ["is taken"] },
      passing,
    });

  it("is tried again with the next change, under a number of its own", async () => {
    stage.respond = () => Promise.reject(refused(false));
    const one = stage.writer();
    one.edit({ slug: "taken" });
    await after(60_000);
    expect(stage.requests).toHaveLength(1);
    expect(one.controller.getSnapshot()).toMatchObject({
      status: "failed",
      problem: { fields: { slug: ["is taken"] } },
    });
    stage.respond = (request) => stage.server.save(request, new Date());
    one.edit({ slug: "free" });
    await after(1_000);
    expect(stage.requests.at(-1)?.request).toMatchObject({ saveNumber: 2, workingCopy: { slug: "free" } });
    expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", problem: null });
  });

  it("for a reason that passes is told again by itself", async () => {
    stage.respond = () => Promise.reject(refused(true));
    const one = stage.writer();
    say(one, 1, "kept");
    await after(3_000);
    stage.respond = (request) => stage.server.save(request, new Date());
    await after(30_000);
    expect([one.status, stage.text()]).toEqual(["saved", expect.stringContaining("kept")]);
  });
});

describe("leaving the page", () => {
  it("sends what is unsaved in a way that outlives the page, and keeps it in the browser", async () => {
    const one = stage.writer();
    one.edit({ excerpt: "Last words" });
    one.controller.leave();
    await after(0);
    expect(stage.requests).toMatchObject([{ keepalive: true, request: { workingCopy: { excerpt: "Last words" } } }]);
    expect(stage.server.copy.excerpt).toBe("Last words");
    expect(one.store.kept).toBeNull();
  });

  it("tells a save on its way again, and sends nothing when nothing is unsaved", async () => {
    let stuck = true;
    stage.respond = (request) => (stuck ? new Promise(() => undefined) : stage.server.save(request, new Date()));
    const one = stage.writer();
    one.controller.leave();
    expect(stage.requests).toHaveLength(0);
    one.edit({ excerpt: "Early" });
    await after(1_000);
    stuck = false;
    one.edit({ excerpt: "Late" });
    one.controller.leave();
    await after(0);
    expect(stage.requests.map(({ request }) => [request.saveNumber, request.workingCopy.excerpt])).toEqual([
      [1, "Early"],
      [1, "Early"],
    ]);
    expect([stage.server.copy.excerpt, one.store.kept?.copy.excerpt, one.store.kept?.sent?.excerpt]).toEqual([
      "Early",
      "Late",
      "Early",
    ]);
  });

  it("and coming back goes on where it was", async () => {
    stage.respond = lost;
    const one = stage.writer();
    one.edit({ excerpt: "Last words" });
    one.controller.leave();
    await after(0);
    stage.respond = (request) => stage.server.save(request, new Date());
    one.edit({ excerpt: "And more" });
    one.controller.again();
    await after(2_000);
    expect([stage.server.copy.excerpt, one.status]).toEqual(["And more", "saved"]);
  });

  it("sends nothing any more once it is stopped", async () => {
    const one = stage.writer();
    one.edit({ excerpt: "x" });
    one.controller.stop();
    one.edit({ excerpt: "y" });
    one.controller.again();
    await after(60_000);
    expect(stage.requests).toHaveLength(0);
    await expect(one.controller.flush()).resolves.toBeNull();
  });
});

describe("the copy in the browser", () => {
  it("is written before the network is asked", async () => {
    const one = stage.writer();
    const seen: unknown[] = [];
    stage.respond = (request) => {
      seen.push(one.store.kept?.copy.excerpt, one.store.kept?.sent?.excerpt, one.store.kept?.base.version);
      return stage.server.save(request, new Date());
    };
    one.edit({ excerpt: "Kept" });
    await after(300);
    expect(one.store.kept).toMatchObject({ copy: { excerpt: "Kept" }, sent: null, base: { version: 1 } });
    await after(700);
    expect(seen).toEqual(["Kept", "Kept", 1]);
  });

  it("is written every two seconds while somebody never pauses", async () => {
    const one = stage.writer({ timing: { quiet: 60_000, most: 60_000 } });
    for (let key = 0; key < 40; key += 1) {
      say(one, 1, "w");
      await after(200);
    }
    expect(one.store.writes).toBe(4);
  });

  it("may be refused: saving goes on, and the writer is told", async () => {
    const one = stage.writer();
    one.store.full = true;
    one.edit({ excerpt: "x" });
    await after(1_000);
    expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", withoutLocalCopy: true });
    one.store.full = false;
    one.edit({ excerpt: "y" });
    await after(1_000);
    expect(one.controller.getSnapshot().withoutLocalCopy).toBe(false);
  });

  it("that never answers does not keep the server waiting", async () => {
    const store = { put: () => new Promise<void>(() => undefined), remove: () => Promise.resolve() };
    const one = stage.writer({ store });
    one.edit({ excerpt: "x" });
    await after(6_000);
    expect(stage.server.copy.excerpt).toBe("x");
  });

  it("that a crash left is taken up again and merged with what the server has by now", async () => {
    const one = stage.writer();
    stage.respond = lost;
    say(one, 1, "mine");
    await after(2_000);
    one.controller.stop();
    const left = one.store.kept!;
    stage.respond = (request) => stage.server.save(request, new Date());
    stage.server.save(
      { expectedVersion: 1, sessionKey: "other", saveNumber: 1, workingCopy: { excerpt: "Theirs" } },
      new Date(),
    );
    const two = stage.writer({ sessionKey: "session-2" });
    two.controller.resume(left);
    await after(0);
    expect(stage.server.copy.excerpt).toBe("Theirs");
    expect(stage.text()).toContain("First. mine");
    expect(two.screen).toMatchObject({ excerpt: "Theirs" });
    expect(two.status).toBe("saved");
  });
});
