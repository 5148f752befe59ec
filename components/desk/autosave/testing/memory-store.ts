import type { LocalCopy, LocalCopyStore } from "../autosave-types";

/** Keeps what a browser would, and can refuse as one does. */
export class MemoryStore implements LocalCopyStore {
  kept: LocalCopy | null = null;
  full = false;
  writes = 0;

  put(copy: LocalCopy): Promise<void> {
    if (this.full) return Promise.reject(new DOMException("The quota has been exceeded.", "QuotaExceededError"));
    this.writes += 1;
    this.kept = structuredClone(copy);
    return Promise.resolve();
  }

  remove(): Promise<void> {
    this.kept = null;
    return Promise.resolve();
  }
}
