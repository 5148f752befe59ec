/** Runs a queue of uploads: starts what may start, stops what is cancelled. Knows no React. */
import { afterUpload, jobsToStart, type UploadEvent, type UploadQueue } from "./upload-queue";
import { UploadError, type OnProgress, type UploadedMedia } from "./upload-picture";

/** Sends one file to the folder. */
export type Upload = (
  file: File,
  onProgress: OnProgress,
  signal: AbortSignal,
  folderId: number | null,
) => Promise<UploadedMedia>;

type Source = { file: File; folderId: number | null };

export class UploadRunner {
  /** The present state; a new object after every change. */
  queue: UploadQueue = [];
  readonly #upload: Upload;
  readonly #sources = new Map<number, Source>();
  /** Of the attempt that is under way, by job. An attempt that is not in here any more has nothing to say. */
  readonly #attempts = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #receivers = new Set<(media: UploadedMedia) => void>();
  #lastId = 0;

  constructor(upload: Upload) {
    this.#upload = upload;
  }

  /** @param folderId where the files go, also when another folder is open by the time they are sent */
  add(files: Iterable<File>, folderId: number | null): void {
    const jobs = Array.from(files, (file) => {
      this.#lastId += 1;
      this.#sources.set(this.#lastId, { file, folderId });
      return { id: this.#lastId, name: file.name, size: file.size };
    });
    this.#happen({ type: "added", jobs });
  }

  cancel(id: number): void {
    const attempt = this.#attempts.get(id);
    this.#attempts.delete(id);
    attempt?.abort();
    this.#happen({ type: "cancelled", id });
  }

  retry(id: number): void {
    this.#happen({ type: "retried", id });
  }

  dismiss(id: number): void {
    this.#happen({ type: "dismissed", id });
  }

  clear(): void {
    this.#happen({ type: "cleared" });
  }

  /** `receive` gets every picture that arrived or was there already. @returns ends it */
  onUploaded(receive: (media: UploadedMedia) => void): () => void {
    this.#receivers.add(receive);
    return () => {
      this.#receivers.delete(receive);
    };
  }

  /** `listener` is called after every change of the queue. @returns ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #happen(event: UploadEvent): void {
    this.#apply(event);
    for (let [job] = jobsToStart(this.queue); job; [job] = jobsToStart(this.queue)) {
      this.#apply({ type: "started", id: job.id });
      void this.#attempt(job.id);
    }
  }

  #apply(event: UploadEvent): void {
    this.queue = afterUpload(this.queue, event);
    const kept = new Set(this.queue.map(({ id }) => id));
    for (const id of this.#sources.keys()) if (!kept.has(id)) this.#sources.delete(id);
    for (const listener of this.#listeners) listener();
  }

  async #attempt(id: number): Promise<void> {
    const source = this.#sources.get(id);
    if (!source) return;
    const attempt = new AbortController();
    this.#attempts.set(id, attempt);
    const ifCurrent = (event: UploadEvent): void => {
      if (this.#attempts.get(id) === attempt) this.#happen(event);
    };
    const onProgress: OnProgress = (fraction) => {
      ifCurrent({ type: "progressed", id, fraction });
    };
    try {
      const media = await this.#upload(source.file, onProgress, attempt.signal, source.folderId);
      ifCurrent({ type: "finished", id, media });
      for (const receive of this.#receivers) receive(media);
    } catch (error) {
      ifCurrent({ type: "failed", id, ...failureOf(error) });
    }
  }
}

function failureOf(error: unknown): { problem: string; mayWorkLater: boolean } {
  if (error instanceof UploadError) return { problem: error.message, mayWorkLater: error.mayWorkLater };
  return { problem: "Something went wrong in this browser. Try again.", mayWorkLater: true };
}
