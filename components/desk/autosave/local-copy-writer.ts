import type { LocalCopy, LocalCopyStore } from "./autosave-types";

/** Milliseconds after which a browser's database that does not answer is no reason to keep the server waiting. */
const patience = 2_000;

/** Writes and removes one after the other, so that a slow write never outlives the removal that came after it. */
export class LocalCopyWriter {
  private readonly store: LocalCopyStore;
  private busy: Promise<boolean> = Promise.resolve(true);

  constructor(store: LocalCopyStore) {
    this.store = store;
  }

  /** @returns false when the browser refused (no room, a private window) or did not answer in time */
  put(copy: LocalCopy): Promise<boolean> {
    return this.next(() => this.store.put(copy));
  }

  remove(): Promise<boolean> {
    return this.next(() => this.store.remove());
  }

  private next(work: () => Promise<void>): Promise<boolean> {
    this.busy = this.busy.then(() => inTime(work));
    return this.busy;
  }
}

async function inTime(work: () => Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, patience);
  });
  try {
    return await Promise.race([work().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
