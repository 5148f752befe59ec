/** What autosave, its transport and the browser's copies agree on. */
import type { MergeConflict } from "@/lib/articles/compare/merge-working-copies";
import type { WorkingCopy } from "@/lib/articles/schema";

/** One save. Told again with the same session and number it is the same save, and answered the same. */
export type SaveRequest = {
  /** The version the writer started from. */
  expectedVersion: number;
  sessionKey: string;
  saveNumber: number;
  /** The fields that changed. */
  workingCopy: Partial<WorkingCopy>;
};

export type SaveAnswer =
  | { ok: true; version: number; slug: string; savedAt: Date }
  /** Somebody saved in between; nothing was written. */
  | { ok: false; conflict: { current: WorkingCopy; version: number; by: string | null; at: Date } };

/**
 * Carries a save to the server.
 * @throws SaveRefused when the server said no; anything else means that it is not known whether the save arrived
 */
export type SaveTransport = (request: SaveRequest, options?: { keepalive?: boolean }) => Promise<SaveAnswer>;

/** The server said no, and wrote nothing. */
export class SaveRefused extends Error {
  override name = "SaveRefused";
  readonly code: string;
  readonly fields: Record<string, string[]>;
  /** The same save may succeed later: the server is busy, or somebody must sign in again. */
  readonly passing: boolean;

  constructor(refusal: { code: string; message: string; fields?: Record<string, string[]>; passing: boolean }) {
    super(refusal.message);
    this.code = refusal.code;
    this.fields = refusal.fields ?? {};
    this.passing = refusal.passing;
  }
}

/** What the browser keeps of unsaved work. */
export type LocalCopy = {
  sessionKey: string;
  /** The version the work started from, as the server had it. */
  base: { version: number; copy: WorkingCopy };
  copy: WorkingCopy;
  /** A save on its way whose answer has not come: the server may have it or not. */
  sent: WorkingCopy | null;
  /** Milliseconds since 1970. */
  at: number;
};

/** Where the copies of one article and account are kept. Both may fail (private windows, full disks). */
export type LocalCopyStore = { put: (copy: LocalCopy) => Promise<void>; remove: () => Promise<void> };

export type AutosaveStatus = "saved" | "unsaved" | "saving" | "offline" | "conflict" | "failed";

/** A question to the writer: both changed the same. */
export type MergeQuestion = {
  base: WorkingCopy;
  mine: WorkingCopy;
  theirs: WorkingCopy;
  /** Everything that could be merged, with mine where it could not. */
  merged: WorkingCopy;
  conflicts: MergeConflict[];
  /** Of theirs. */
  version: number;
  by: string | null;
  at: Date;
};

export type AutosaveSnapshot = {
  status: AutosaveStatus;
  version: number;
  /** Milliseconds since 1970; null before the first save of this session. */
  savedAt: number | null;
  slug: string;
  /** Why saving fails at the moment. */
  problem: { code: string; message: string; fields: Record<string, string[]> } | null;
  /** The browser could not keep a copy: only the server protects this work. */
  withoutLocalCopy: boolean;
  question: MergeQuestion | null;
  /** The last time somebody else's work was taken in without a question. */
  merged: { by: string | null; at: number } | null;
};

/** Milliseconds. */
export type AutosaveTiming = {
  /** Saved after so long without a change, */
  quiet: number;
  /** and at the latest so long after the first one. */
  most: number;
  /** The same for the copy in the browser. */
  localQuiet: number;
  localMost: number;
  /** The first wait after a failure; doubled each time up to `longestWait`. */
  firstWait: number;
  longestWait: number;
};

export const autosaveTiming: AutosaveTiming = {
  quiet: 1_000,
  most: 10_000,
  localQuiet: 300,
  localMost: 2_000,
  firstWait: 1_000,
  longestWait: 30_000,
};

/** What the controller reads and writes. */
export type Screen = {
  /** The copy as it is on the screen. Called when it is needed, not at every key. */
  read: () => WorkingCopy;
  /** Puts a copy on the screen: other people's work was merged into it, or the server chose the address. */
  replace: (copy: WorkingCopy) => void;
};

export type AutosaveOptions = {
  sessionKey: string;
  /** What the server had when the editor opened; or, for work that is taken up again, what that work started from. */
  base: { version: number; copy: WorkingCopy };
  screen: Screen;
  transport: SaveTransport;
  store: LocalCopyStore;
  isOnline?: () => boolean;
  random?: () => number;
  timing?: Partial<AutosaveTiming>;
};

/** What the writer is told of a failure. */
export function problemOf(error: unknown, offline: boolean): NonNullable<AutosaveSnapshot["problem"]> {
  if (error instanceof SaveRefused) return { code: error.code, message: error.message, fields: error.fields };
  const message = offline ? "There is no network." : "The server can't be reached.";
  return { code: "unreachable", message, fields: {} };
}
