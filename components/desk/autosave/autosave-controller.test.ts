import { describe, expect, it } from "vitest";
import { plainText } from "@/lib/richtext/plain-text";
import { doc, heading } from "@/lib/richtext/testing/shorthand";
import type { SaveAnswer, SaveRequest } from "./autosave-types";
import { after, copy, lost, say, setStage } from "./testing/stage";
import { typed } from "./testing/writer";
import { asStored } from "./working-copy-changes";

const stage = setStage();

describe("autosave", () => {
  it("waits for a pause, then sends what changed and nothing else", async () => {
    const one = stage.writer();
    for (const headline of ["A", "A b", "A better", "A better piece "]) {
      one.edit({ headline });
      await after(600);
    }
    expect([one.status, stage.requests.length]).toEqual(["unsaved", 0]);
    await after(400);
    expect(stage.requests.map(({ request }) => request)).toEqual([
      { expectedVersion: 1, sessionKey: "session-1", saveNumber: 1, workingCopy: { headline: "A better piece" } },
    ]);
    expect(one.controller.getSnapshot()).toMatchObject({
      status: "saved",
      version: 2,
      savedAt: new Date("2026-03-01T10:00:02.800Z").getTime(),
    });
    expect(one.screen.headline).toBe("A better piece ");
  });

  it("saves after ten seconds though somebody never pauses", async () => {
    const one = stage.writer();
    for (let key = 0; key < 20; key += 1) {
      say(one, 1, `w${String(key)}`);
      await after(600);
    }
    expect(stage.requests).toHaveLength(1);
    expect(stage.text()).toContain("w16");
  });

  it("has one save on its way at a time, and sends then what was typed meanwhile", async () => {
    let answer = (): void => undefined;
    stage.respond = (request) =>
      new Promise((resolve) => {
        answer = () => {
          resolve(stage.server.save(request, new Date()));
        };
      });
    const one = stage.writer();
    say(one, 1, "early");
    await after(1_000);
    say(one, 1, "late");
    await after(9_000);
    expect([stage.requests.length, one.status]).toEqual([1, "saving"]);
    answer();
    await after(0);
    expect([one.status, one.store.kept === null]).toEqual(["unsaved", false]);
    await after(1_000);
    answer();
    await after(0);
    expect(stage.requests.map(({ request }) => [request.saveNumber, request.expectedVersion])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(stage.text()).toContain("First. early late");
    expect([one.status, one.store.kept]).toEqual(["saved", null]);
  });

  it("sends nothing when everything was undone", async () => {
    const one = stage.writer();
    one.edit({ headline: "B" });
    one.edit({ headline: copy.headline });
    await after(1_000);
    expect([one.status, stage.requests.length, one.store.kept]).toEqual(["saved", 0, null]);
  });

  it("takes over the address that the server chose, unless another was typed meanwhile", async () => {
    const chosen = (request: SaveRequest): SaveAnswer => {
      const answer = stage.server.save(
        { ...request, workingCopy: { ...request.workingCopy, slug: "better" } },
        new Date(),
      );
      return answer.ok ? { ...answer, slug: "better" } : answer;
    };
    stage.respond = chosen;
    const one = stage.writer();
    one.edit({ headline: "Better" });
    await after(3_000);
    expect([one.screen.slug, one.status, stage.requests.length]).toEqual(["better", "saved", 1]);
    const two = stage.writer({ sessionKey: "session-2" });
    stage.respond = (request) => {
      two.edit({ slug: "mine" });
      return stage.server.save(request, new Date());
    };
    two.edit({ headline: "Even better" });
    await after(1_000);
    expect(two.screen.slug).toBe("mine");
  });
});

describe("when somebody else saved", () => {
  it("merges what both wrote, and saves it", async () => {
    const one = stage.writer();
    stage.theirs({ body: typed(copy.body, 2, "theirs"), excerpt: "Theirs" });
    say(one, 1, "mine");
    await after(1_000);
    expect(stage.text()).toBe("One\nFirst. mine\nSecond. theirs");
    expect(one.screen).toMatchObject({ excerpt: "Theirs", body: stage.server.copy.body });
    expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", version: 3, merged: { by: "Somebody" } });
  });

  it("asks where both changed the same, keeps both, and sends nothing until it is answered", async () => {
    const one = stage.writer();
    stage.theirs({ headline: "Theirs" });
    one.edit({ headline: "Mine" });
    await after(1_000);
    const { status, question } = one.controller.getSnapshot();
    expect([status, question?.by]).toEqual(["conflict", "Somebody"]);
    expect(question?.conflicts).toMatchObject([{ field: "headline", base: "A piece", mine: "Mine", theirs: "Theirs" }]);
    one.edit({ excerpt: "Typed on" });
    await after(60_000);
    expect([stage.requests.length, one.store.kept?.copy.excerpt]).toEqual([1, "Typed on"]);
    await expect(one.controller.flush()).resolves.toBeNull();
    one.controller.reopenQuestion();
    const { merged } = one.controller.getSnapshot().question!;
    expect(merged.excerpt).toBe("Typed on");
    one.controller.answerQuestion({ ...merged, headline: "Both" });
    await after(0);
    expect(stage.server.copy).toMatchObject({ headline: "Both", excerpt: "Typed on" });
    expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", question: null });
    expect(one.screen.headline).toBe("Both");
  });

  it("takes it in at once when it is told, also without a change of its own", async () => {
    const one = stage.writer();
    stage.theirs({ excerpt: "Theirs" });
    one.controller.noticeVersion(stage.server.version);
    await after(0);
    expect([one.screen.excerpt, one.status, stage.server.version]).toEqual(["Theirs", "saved", 2]);
    one.controller.noticeVersion(stage.server.version);
    await after(60_000);
    expect(stage.requests).toHaveLength(1);
  });

  it("does not take its own lost save for somebody else's", async () => {
    const one = stage.writer();
    stage.respond = (request) => {
      stage.server.save(request, new Date());
      return lost();
    };
    say(one, 1, "mine");
    await after(1_000);
    stage.respond = (request) => stage.server.save(request, new Date());
    stage.theirs({ body: typed(stage.server.copy.body, 1, "theirs") });
    await after(5_000);
    expect(one.controller.getSnapshot().question).toBeNull();
    one.controller.noticeVersion(stage.server.version);
    await after(0);
    expect(plainText(one.screen.body)).toContain("First. mine theirs");
  });
});

describe("flush", () => {
  it("saves at once and tells the version", async () => {
    const one = stage.writer();
    one.edit({ excerpt: "Now" });
    await expect(one.controller.flush()).resolves.toBe(2);
    await expect(one.controller.flush()).resolves.toBe(2);
    expect(stage.requests).toHaveLength(1);
  });

  it("waits for a save on its way and for what was typed since", async () => {
    const one = stage.writer();
    stage.respond = async (request) => {
      await after(10);
      return stage.server.save(request, new Date());
    };
    one.edit({ excerpt: "Early" });
    const early = one.controller.flush();
    one.edit({ excerpt: "Late" });
    await expect(Promise.all([early, one.controller.flush()])).resolves.toEqual([3, 3]);
    expect(stage.server.copy.excerpt).toBe("Late");
  });

  it("says so when saving fails", async () => {
    stage.respond = lost;
    const one = stage.writer();
    one.edit({ excerpt: "Now" });
    await expect(one.controller.flush()).resolves.toBeNull();
  });
});

describe("subscribers", () => {
  it("hear of changes of the state, not of every key", async () => {
    const one = stage.writer();
    const seen: string[] = [];
    const end = one.controller.subscribe(() => seen.push(one.status));
    for (let key = 0; key < 50; key += 1) say(one, 1, "w");
    expect(seen).toEqual(["unsaved"]);
    await after(1_000);
    expect(seen.slice(1, 2)).toEqual(["saving"]);
    expect(seen.at(-1)).toBe("saved");
    end();
    one.edit({ excerpt: "x" });
    expect(seen.at(-1)).toBe("saved");
  });
});

describe("what counts as stored", () => {
  it("is what the server makes of it", () => {
    const stored = asStored({ ...copy, headline: " A ", body: doc(heading(2, "Two words")) });
    expect(stored.headline).toBe("A");
    expect(stored.body.content[0]).toMatchObject({ attrs: { id: "two-words" } });
  });
});
