/** Uploads on their way, as plain data: what happened to each file, and which goes next. Pure. */
import type { UploadedMedia } from "./upload-picture";

/** Files that are sent at once. The server decodes two at a time; more would only share the line. */
export const uploadsAtOnce = 2;

export type UploadState =
  | { status: "waiting" }
  /** `fraction` 0..1; at 1 the file is sent and the server is still working on it. */
  | { status: "sending"; fraction: number }
  | { status: "done"; media: UploadedMedia }
  /** `mayWorkLater`: the same file may get through when it is sent again. */
  | { status: "failed"; problem: string; mayWorkLater: boolean }
  | { status: "cancelled" };

export type UploadJob = { id: number; name: string; /** Bytes. */ size: number; state: UploadState };

/** In the order in which they were chosen. */
export type UploadQueue = readonly UploadJob[];

export type UploadEvent =
  | { type: "added"; jobs: readonly Pick<UploadJob, "id" | "name" | "size">[] }
  | { type: "started"; id: number }
  | { type: "progressed"; id: number; fraction: number }
  | { type: "finished"; id: number; media: UploadedMedia }
  | { type: "failed"; id: number; problem: string; mayWorkLater: boolean }
  | { type: "cancelled"; id: number }
  | { type: "retried"; id: number }
  /** Takes one out of the list, if nothing is happening to it. */
  | { type: "dismissed"; id: number }
  /** Takes out all that nothing is happening to. */
  | { type: "cleared" };

/**
 * The queue after something happened. What can't happen in a job's state (progress of a cancelled upload, an answer that
 * comes after all) changes nothing.
 */
export function afterUpload(queue: UploadQueue, event: UploadEvent): UploadQueue {
  switch (event.type) {
    case "added":
      return [...queue, ...event.jobs.map((job) => ({ ...job, state: { status: "waiting" } as const }))];
    case "started":
      return change(queue, event.id, ["waiting"], { status: "sending", fraction: 0 });
    case "progressed":
      return change(queue, event.id, ["sending"], { status: "sending", fraction: event.fraction });
    case "finished":
      return change(queue, event.id, ["sending"], { status: "done", media: event.media });
    case "failed":
      return change(queue, event.id, ["sending"], {
        status: "failed",
        problem: event.problem,
        mayWorkLater: event.mayWorkLater,
      });
    case "cancelled":
      return change(queue, event.id, ["waiting", "sending"], { status: "cancelled" });
    case "retried":
      return change(queue, event.id, ["failed", "cancelled"], { status: "waiting" });
    case "dismissed":
      return queue.filter((job) => job.id !== event.id || isUnderWay(job));
    case "cleared":
      return queue.filter(isUnderWay);
  }
}

function change(
  queue: UploadQueue,
  id: number,
  from: readonly UploadState["status"][],
  state: UploadState,
): UploadQueue {
  return queue.map((job) => (job.id === id && from.includes(job.state.status) ? { ...job, state } : job));
}

/** Something still happens to it. */
export function isUnderWay({ state }: UploadJob): boolean {
  return state.status === "waiting" || state.status === "sending";
}

/** Sending it again makes sense. */
export function isWorthRetrying({ state }: UploadJob): boolean {
  return state.status === "cancelled" || (state.status === "failed" && state.mayWorkLater);
}

/** The jobs to start now, so that `atOnce` are sent at a time; first come, first served. */
export function jobsToStart(queue: UploadQueue, atOnce: number = uploadsAtOnce): UploadJob[] {
  const sending = queue.filter(({ state }) => state.status === "sending").length;
  return queue.filter(({ state }) => state.status === "waiting").slice(0, Math.max(0, atOnce - sending));
}

export type UploadTotals = { underWay: number; done: number; duplicates: number; failed: number };

export function totalsOf(queue: UploadQueue): UploadTotals {
  const count = (matches: (job: UploadJob) => boolean): number => queue.filter(matches).length;
  return {
    underWay: count(isUnderWay),
    done: count(({ state }) => state.status === "done" && !state.media.duplicate),
    duplicates: count(({ state }) => state.status === "done" && state.media.duplicate),
    failed: count(({ state }) => state.status === "failed"),
  };
}

/** The queue in a sentence, to be read out when it changes; "" for an empty queue. */
export function summaryOf(queue: UploadQueue): string {
  const { underWay, done, duplicates, failed } = totalsOf(queue);
  const parts = [
    underWay > 0 && `${countOf(underWay, "file")} on the way`,
    done > 0 && `${countOf(done, "picture")} uploaded`,
    duplicates > 0 && `${String(duplicates)} already in the library`,
    failed > 0 && `${String(failed)} failed`,
  ];
  return parts.filter(Boolean).join(", ");
}

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** What is said of one job, and read out beside its name. */
export function stateWords(state: UploadState): string {
  switch (state.status) {
    case "waiting":
      return "Waiting";
    case "sending":
      return state.fraction < 1 ? `${String(Math.floor(state.fraction * 100))} % sent` : "Being prepared";
    case "done":
      return state.media.duplicate ? "Already in the library" : "Uploaded";
    case "failed":
      return state.problem;
    case "cancelled":
      return "Cancelled";
  }
}
