import { describe, expect, it, vi } from "vitest";
import { UploadError, type OnProgress, type UploadedMedia } from "./upload-picture";
import { UploadRunner, type Upload } from "./upload-runner";

type Attempt = {
  name: string;
  folderId: number | null;
  onProgress: OnProgress;
  signal: AbortSignal;
  arrive: (media: UploadedMedia) => void;
  fail: (error: Error) => void;
};

/** A line on which the test itself decides what happens to each file. */
function aLine() {
  const attempts: Attempt[] = [];
  const upload: Upload = (file, onProgress, signal, folderId) =>
    new Promise((arrive, fail) => {
      attempts.push({ name: file.name, folderId, onProgress, signal, arrive, fail });
      signal.addEventListener("abort", () => {
        fail(signal.reason as Error);
      });
    });
  const uploaded = vi.fn();
  const runner = new UploadRunner(upload);
  runner.onUploaded(uploaded);
  const statuses = (): string[] => runner.queue.map(({ state }) => state.status);
  return { attempts, runner, uploaded, statuses };
}

const files = (...names: string[]): File[] => names.map((name) => new File(["x"], name));
const picture = { id: 1, duplicate: false } as UploadedMedia;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("UploadRunner", () => {
  it("sends two at a time, in order, to the folder that was open when they were chosen", async () => {
    const { attempts, runner, uploaded, statuses } = aLine();
    runner.add(files("a", "b", "c"), 7);
    runner.add(files("d"), null);
    expect(attempts.map(({ name }) => name)).toEqual(["a", "b"]);
    attempts[1]?.arrive(picture);
    await settle();
    expect(statuses()).toEqual(["sending", "done", "sending", "waiting"]);
    attempts[0]?.arrive(picture);
    attempts[2]?.arrive(picture);
    await settle();
    attempts[3]?.arrive(picture);
    await settle();
    expect(statuses()).toEqual(["done", "done", "done", "done"]);
    expect(attempts.map(({ name, folderId }) => [name, folderId])).toEqual([
      ["a", 7],
      ["b", 7],
      ["c", 7],
      ["d", null],
    ]);
    expect(uploaded).toHaveBeenCalledTimes(4);
  });

  it("tells its listeners of progress", () => {
    const { attempts, runner } = aLine();
    const listener = vi.fn();
    const end = runner.subscribe(listener);
    runner.add(files("a"), null);
    listener.mockClear();
    attempts[0]?.onProgress(0.5);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(runner.queue[0]?.state).toEqual({ status: "sending", fraction: 0.5 });
    end();
    attempts[0]?.onProgress(0.6);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("goes on after a failure, says why, and tries again when asked", async () => {
    const { attempts, runner, statuses } = aLine();
    runner.add(files("a", "b", "c"), null);
    attempts[0]?.fail(new UploadError("SVG files cannot be used here.", false));
    attempts[1]?.fail(new Error("a mistake of ours"));
    await settle();
    expect(statuses()).toEqual(["failed", "failed", "sending"]);
    expect(runner.queue.map(({ state }) => (state.status === "failed" ? state.problem : null))).toEqual([
      "SVG files cannot be used here.",
      "Something went wrong in this browser. Try again.",
      null,
    ]);
    runner.retry(1);
    expect(attempts.at(-1)?.name).toBe("a");
    expect(statuses()).toEqual(["sending", "failed", "sending"]);
  });

  it("stops what is cancelled, starts the next, and believes no late word of the old attempt", async () => {
    const { attempts, runner, statuses } = aLine();
    runner.add(files("a", "b", "c"), null);
    runner.cancel(1);
    expect(attempts[0]?.signal.aborted).toBe(true);
    expect(statuses()).toEqual(["cancelled", "sending", "sending"]);
    runner.retry(1);
    attempts[1]?.arrive(picture);
    await settle();
    expect(statuses()).toEqual(["sending", "done", "sending"]);
    attempts[0]?.onProgress(0.9);
    expect(runner.queue[0]?.state).toEqual({ status: "sending", fraction: 0 });
  });

  it("cancels what waits, too", () => {
    const { attempts, runner, statuses } = aLine();
    runner.add(files("a", "b", "c"), null);
    for (const id of [3, 2, 1]) runner.cancel(id);
    expect(statuses()).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(attempts.map(({ name, signal }) => [name, signal.aborted])).toEqual([
      ["a", true],
      ["b", true],
    ]);
    runner.clear();
    expect(runner.queue).toEqual([]);
  });
});
