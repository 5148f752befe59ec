import { describe, expect, it } from "vitest";
import {
  afterUpload,
  isWorthRetrying,
  jobsToStart,
  stateWords,
  summaryOf,
  totalsOf,
  type UploadEvent,
  type UploadQueue,
} from "./upload-queue";
import type { UploadedMedia } from "./upload-picture";

const media = (duplicate: boolean) => ({ id: 9, duplicate }) as UploadedMedia;
const added: UploadEvent = {
  type: "added",
  jobs: [1, 2, 3, 4].map((id) => ({ id, name: `${String(id)}.jpg`, size: 10 })),
};
const run = (...events: UploadEvent[]): UploadQueue => [added, ...events].reduce<UploadQueue>(afterUpload, []);
const statuses = (queue: UploadQueue) => queue.map(({ state }) => state.status);

describe("afterUpload", () => {
  it("follows a file from its choice to its picture", () => {
    const queue = run({ type: "started", id: 1 }, { type: "progressed", id: 1, fraction: 0.4 });
    expect(queue[0]?.state).toEqual({ status: "sending", fraction: 0.4 });
    const after = afterUpload(queue, { type: "finished", id: 1, media: media(false) });
    expect(statuses(after)).toEqual(["done", "waiting", "waiting", "waiting"]);
  });

  it("knows no progress, answer or failure of what is not being sent", () => {
    const cancelled = run({ type: "started", id: 1 }, { type: "cancelled", id: 1 });
    for (const late of [
      { type: "progressed", id: 1, fraction: 0.9 },
      { type: "finished", id: 1, media: media(false) },
      { type: "failed", id: 1, problem: "x", mayWorkLater: false },
      { type: "started", id: 1 },
    ] satisfies UploadEvent[]) {
      expect(afterUpload(cancelled, late)).toEqual(cancelled);
    }
  });

  it("tries again what failed or was cancelled, and nothing else", () => {
    const failed = run(
      { type: "started", id: 1 },
      { type: "failed", id: 1, problem: "No network.", mayWorkLater: true },
    );
    expect(statuses(afterUpload(failed, { type: "retried", id: 1 }))[0]).toBe("waiting");
    const done = run({ type: "started", id: 1 }, { type: "finished", id: 1, media: media(true) });
    expect(afterUpload(done, { type: "retried", id: 1 })).toEqual(done);
  });

  it("takes out of the list only what nothing happens to", () => {
    const queue = run({ type: "started", id: 1 }, { type: "started", id: 2 }, { type: "cancelled", id: 3 });
    expect(afterUpload(queue, { type: "dismissed", id: 1 })).toHaveLength(4);
    expect(afterUpload(queue, { type: "dismissed", id: 3 })).toHaveLength(3);
    expect(afterUpload(queue, { type: "cleared" }).map(({ id }) => id)).toEqual([1, 2, 4]);
  });
});

describe("isWorthRetrying", () => {
  it("is what was cancelled, and what failed for reasons that pass", () => {
    const queue = run(
      { type: "cancelled", id: 1 },
      { type: "started", id: 2 },
      { type: "failed", id: 2, problem: "No network.", mayWorkLater: true },
      { type: "started", id: 3 },
      { type: "failed", id: 3, problem: "No picture.", mayWorkLater: false },
    );
    expect(queue.map(isWorthRetrying)).toEqual([true, true, false, false]);
  });
});

describe("jobsToStart", () => {
  it("keeps two going, in order", () => {
    expect(jobsToStart(run()).map(({ id }) => id)).toEqual([1, 2]);
    const one = run({ type: "started", id: 1 });
    expect(jobsToStart(one).map(({ id }) => id)).toEqual([2]);
    const two = afterUpload(one, { type: "started", id: 2 });
    expect(jobsToStart(two)).toEqual([]);
    expect(
      jobsToStart(afterUpload(two, { type: "failed", id: 1, problem: "x", mayWorkLater: false })).map(({ id }) => id),
    ).toEqual([3]);
  });
});

describe("the words", () => {
  it("sum up what happened", () => {
    expect(summaryOf([])).toBe("");
    const queue = run(
      { type: "started", id: 1 },
      { type: "finished", id: 1, media: media(false) },
      { type: "started", id: 2 },
      { type: "finished", id: 2, media: media(true) },
      { type: "started", id: 3 },
      { type: "failed", id: 3, problem: "x", mayWorkLater: false },
    );
    expect(totalsOf(queue)).toEqual({ underWay: 1, done: 1, duplicates: 1, failed: 1 });
    expect(summaryOf(queue)).toBe("1 file on the way, 1 picture uploaded, 1 already in the library, 1 failed");
  });

  it("say what happens to one", () => {
    expect(stateWords({ status: "waiting" })).toBe("Waiting");
    expect(stateWords({ status: "sending", fraction: 0.999 })).toBe("99 % sent");
    expect(stateWords({ status: "sending", fraction: 1 })).toBe("Being prepared");
    expect(stateWords({ status: "done", media: media(false) })).toBe("Uploaded");
    expect(stateWords({ status: "done", media: media(true) })).toBe("Already in the library");
    expect(stateWords({ status: "failed", problem: "Too large.", mayWorkLater: false })).toBe("Too large.");
    expect(stateWords({ status: "cancelled" })).toBe("Cancelled");
  });
});
