/**
 * Saves what somebody writes, without being asked and without losing a keystroke. No React, no DOM: the tests drive it with
 * a clock and a network of their own.
 *
 * One save is on its way at any time. A save whose answer did not come is told again, unchanged and under the same number,
 * until the server answers; what was typed since then waits for the next one. What the browser keeps is written before
 * the network is asked and taken away when the server has everything.
 */
import { mergeWorkingCopies } from "@/lib/articles/compare/merge-working-copies";
import { sameValue } from "@/lib/articles/compare/value-key";
import type { WorkingCopy } from "@/lib/articles/schema";
import { now } from "@/lib/clock";
import { backOff } from "./back-off";
import { LocalCopyWriter } from "./local-copy-writer";
import { Pace } from "./pace";
import {
  autosaveTiming,
  problemOf,
  SaveRefused,
  type AutosaveOptions,
  type AutosaveSnapshot,
  type AutosaveStatus,
  type AutosaveTiming,
  type SaveAnswer,
  type SaveRequest,
  type Screen,
} from "./autosave-types";
import { asStored, changedFields } from "./working-copy-changes";

type Sent = { request: SaveRequest; copy: WorkingCopy };

/** The server answers at most so many conflicts in a row before the next attempt waits. */
const mostMergesAtOnce = 5;

export class AutosaveController {
  private saved: { version: number; copy: WorkingCopy };
  private sent: Sent | null = null;
  private saveNumber = 0;
  private changed = false;
  private sending = false;
  private replacing = false;
  private failures = 0;
  private mergesInARow = 0;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;
  private snapshot: AutosaveSnapshot;
  private readonly listeners = new Set<() => void>();
  private waiting: ((version: number | null) => void)[] = [];
  private readonly options: AutosaveOptions;
  private screen: Screen;
  private readonly timing: AutosaveTiming;
  private readonly pace: Pace;
  private readonly localPace: Pace;
  private readonly local: LocalCopyWriter;

  constructor(options: AutosaveOptions) {
    this.options = options;
    this.screen = options.screen;
    this.timing = { ...autosaveTiming, ...options.timing };
    this.saved = { version: options.base.version, copy: asStored(options.base.copy) };
    const clock = (): number => now().getTime();
    this.pace = new Pace(() => void this.save(), { quiet: this.timing.quiet, most: this.timing.most }, clock);
    const local = { quiet: this.timing.localQuiet, most: this.timing.localMost };
    this.localPace = new Pace(() => void this.keepLocal(), local, clock);
    this.local = new LocalCopyWriter(options.store);
    this.snapshot = {
      status: "saved",
      version: this.saved.version,
      savedAt: null,
      slug: this.saved.copy.slug,
      problem: null,
      withoutLocalCopy: false,
      question: null,
      merged: null,
    };
  }

  readonly getSnapshot = (): AutosaveSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** A screen is drawn anew all the time; this is the present one. */
  readonly connect = (screen: Screen): void => {
    this.screen = screen;
  };

  /** Something was typed. Costs next to nothing. */
  readonly hint = (): void => {
    if (this.stopped || this.replacing) return;
    this.changed = true;
    this.localPace.hint();
    if (this.snapshot.status === "conflict") return;
    // A save that the server refused for its content may go through now.
    if (this.sent === null || this.retry === null) this.pace.hint();
    if (this.snapshot.status === "saved") this.tell({ status: "unsaved" });
  };

  /**
   * Saves now what was typed until now.
   * @returns the version that holds it; null when it could not be saved (the snapshot says why)
   */
  readonly flush = (): Promise<number | null> => {
    if (this.stopped || this.snapshot.question) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.again();
    });
  };

  /** The network is back, somebody signed in again, or the tab is looked at: no more waiting. */
  readonly again = (): void => {
    if (this.stopped || this.snapshot.question) return;
    this.cancelRetry();
    this.pace.cancel();
    void this.save();
  };

  /** The server (or another tab) has a newer version: take it in without waiting for the next change. */
  readonly noticeVersion = (version: number): void => {
    if (this.stopped || this.snapshot.question || this.sending || version <= this.saved.version) return;
    if (this.retry === null) void this.save({ evenUnchanged: true });
  };

  /** The page goes away, perhaps for ever. What the browser lets through is sent; the browser's copy holds the rest. */
  readonly leave = (): void => {
    if (this.stopped) return;
    this.localPace.cancel();
    void this.keepLocal();
    if (this.snapshot.question || (!this.changed && this.sent === null)) return;
    // A save on its way may die with the page. Told again it is still the same save.
    const sent = this.sent ?? this.nextSave();
    if (sent === null) return;
    this.sent = sent;
    this.options.transport(sent.request, { keepalive: true }).then(
      (answer) => {
        if (!this.sending && !this.isStopped() && this.sent === sent) this.accept(answer, sent);
      },
      () => {
        // Nobody is there to hear it. Should the page come back, again() tells the save once more.
      },
    );
  };

  /** Goes on after stop(). */
  readonly start = (): void => {
    this.stopped = false;
  };

  /** Nothing is sent any more. */
  readonly stop = (): void => {
    this.stopped = true;
    this.pace.cancel();
    this.localPace.cancel();
    this.cancelRetry();
    this.settle(null);
  };

  /** Merges anew with what was typed since the question came up. Call it when the question is shown. */
  readonly reopenQuestion = (): void => {
    const { question } = this.snapshot;
    if (!question) return;
    const mine = asStored(this.screen.read());
    this.tell({ question: { ...question, mine, ...mergeWorkingCopies(question.base, mine, question.theirs) } });
  };

  /** The writer's answer to the question. */
  readonly answerQuestion = (copy: WorkingCopy): void => {
    const { question } = this.snapshot;
    if (!question) return;
    this.saved = { version: question.version, copy: asStored(question.theirs) };
    this.show(copy);
    this.changed = true;
    this.tell({ question: null, status: "unsaved", version: question.version });
    void this.save();
  };

  /**
   * Takes up work that was left behind: it goes on from what that work started from, and is merged with what the server
   * has by now. Call it after flush(), or what is on the screen unsaved would be gone.
   */
  readonly resume = (work: { base: { version: number; copy: WorkingCopy }; copy: WorkingCopy }): void => {
    if (this.stopped || this.sending || this.snapshot.question) return;
    this.saved = { version: work.base.version, copy: asStored(work.base.copy) };
    this.show(work.copy);
    this.changed = true;
    void this.save();
  };

  private async save({ evenUnchanged = false } = {}): Promise<void> {
    if (this.sending || this.stopped || this.snapshot.question) return;
    const sent = this.sent ?? this.nextSave(evenUnchanged);
    if (sent === null) {
      this.rest();
      return;
    }
    this.sent = sent;
    this.sending = true;
    this.tell({ status: "saving" });
    let outcome: () => void;
    try {
      await this.keepLocal();
      const answer = await this.options.transport(sent.request);
      outcome = () => {
        this.accept(answer, sent);
      };
    } catch (error) {
      outcome = () => {
        this.fail(error);
      };
    }
    this.sending = false;
    if (!this.isStopped()) outcome();
  }

  /** Asked after waiting: by then somebody may have stopped it. */
  private isStopped(): boolean {
    return this.stopped;
  }

  private show(copy: WorkingCopy): void {
    this.replacing = true;
    try {
      this.screen.replace(copy);
    } finally {
      this.replacing = false;
    }
  }

  private nextSave(evenUnchanged = false): Sent | null {
    const copy = asStored(this.screen.read());
    const workingCopy = changedFields(this.saved.copy, copy);
    if (Object.keys(workingCopy).length === 0 && !evenUnchanged) return null;
    this.changed = false;
    this.saveNumber += 1;
    const { sessionKey } = this.options;
    const request = { expectedVersion: this.saved.version, sessionKey, saveNumber: this.saveNumber, workingCopy };
    return { request, copy };
  }

  private accept(answer: SaveAnswer, sent: Sent): void {
    this.sent = null;
    this.failures = 0;
    if (!answer.ok) {
      this.takeIn(answer.conflict);
      return;
    }
    this.mergesInARow = 0;
    const { version, slug, savedAt } = answer;
    this.saved = { version, copy: { ...sent.copy, slug } };
    this.tell({ version, slug, savedAt: savedAt.getTime(), problem: null });
    this.followSlug(sent.copy.slug, slug);
    this.goOn();
  }

  /** The server lets the address of a draft follow its headline. An address that was typed since wins. */
  private followSlug(before: string, after: string): void {
    if (before === after) return;
    const copy = this.screen.read();
    if (copy.slug.trim() === before) this.show({ ...copy, slug: after });
  }

  /** Somebody else saved: merges, and asks only where both changed the same. */
  private takeIn({ current, version, by, at }: (SaveAnswer & { ok: false })["conflict"]): void {
    const base = this.saved.copy;
    const mine = asStored(this.screen.read());
    const theirs = asStored(current);
    const { merged, conflicts } = mergeWorkingCopies(base, mine, theirs);
    if (conflicts.length > 0) {
      this.changed = true;
      void this.keepLocal();
      this.tell({
        status: "conflict",
        question: { base, mine, theirs, merged, conflicts, version, by, at },
        problem: null,
      });
      this.settle(null);
      return;
    }
    this.saved = { version, copy: theirs };
    if (!sameValue(mine, merged)) this.show(merged);
    this.changed = !sameValue(merged, theirs);
    this.mergesInARow += 1;
    this.tell({ version, slug: theirs.slug, problem: null, merged: { by, at: now().getTime() } });
    this.goOn();
  }

  /** What was typed while a save was on its way. */
  private goOn(): void {
    if (!this.changed) this.rest();
    else if (this.mergesInARow > mostMergesAtOnce) this.retryLater("unsaved");
    else if (this.mergesInARow > 0 || this.waiting.length > 0) void this.save();
    else {
      void this.keepLocal();
      this.tell({ status: "unsaved" });
      this.pace.hint();
    }
  }

  /** The server has everything. */
  private rest(): void {
    this.changed = false;
    this.mergesInARow = 0;
    this.localPace.cancel();
    void this.local.remove();
    this.tell({ status: "saved", problem: null });
    this.settle(this.saved.version);
  }

  private fail(error: unknown): void {
    this.settle(null);
    const offline = !(error instanceof SaveRefused) && !(this.options.isOnline ?? (() => true))();
    this.tell({ problem: problemOf(error, offline) });
    if (error instanceof SaveRefused && !error.passing) {
      // Nothing was written, and telling the same again would not help: the next change makes another save.
      this.sent = null;
      this.changed = true;
      this.failures = 0;
      this.tell({ status: "failed" });
    } else this.retryLater(offline ? "offline" : "failed");
  }

  private retryLater(status: AutosaveStatus): void {
    this.failures += 1;
    this.pace.cancel();
    this.cancelRetry();
    const wait = backOff(this.failures, this.timing, (this.options.random ?? Math.random)());
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.save();
    }, wait);
    this.tell({ status });
  }

  private cancelRetry(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
  }

  private async keepLocal(): Promise<void> {
    this.localPace.cancel();
    if (!this.changed && this.sent === null) return;
    const copy = asStored(this.screen.read());
    const { sessionKey } = this.options;
    const kept = { sessionKey, base: this.saved, copy, sent: this.sent?.copy ?? null, at: now().getTime() };
    const withoutLocalCopy = !(await this.local.put(kept));
    if (withoutLocalCopy !== this.snapshot.withoutLocalCopy) this.tell({ withoutLocalCopy });
  }

  private settle(version: number | null): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve(version);
  }

  private tell(news: Partial<AutosaveSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...news };
    for (const listener of this.listeners) listener();
  }
}
