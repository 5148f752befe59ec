/** Makes pages again in the background, one after the other, and leaves most of the process to readers. */
import { steadyMilliseconds } from "@/lib/clock";
import { onNobodysBehalf } from "@/lib/web/asker";

type Work = {
  /** The page that readers would miss most, or null when all are as they should be. */
  next: () => string | null;
  /** Makes it. @returns false when that failed */
  refresh: (key: string) => Promise<boolean>;
  /** Whether a reader waits for a page that is being made. */
  readersWait: () => boolean;
};

/** Pages a second at most. */
const rate = 20;
/** After a failure, in milliseconds: most likely the next would fail as well. */
const patience = 1_000;
/** Who waits for what has just changed asks at once, and goes first. Milliseconds. */
const headStart = 50;
/** How often a page gives way to readers before its turn comes all the same; in between, milliseconds. */
const mostYields = 20;
const yieldFor = 25;

export class Refresher {
  readonly #work: Work;
  #running = false;
  #stopped = false;
  #underWay = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #yields = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    // Whoever woke it does not wait for this work.
    onNobodysBehalf(() => {
      this.#schedule(headStart);
    });
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#underWay;
  }

  #schedule(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#underWay = this.#round();
    }, milliseconds);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    const key = this.#work.next();
    if (key === null) {
      this.#running = false;
      return;
    }
    if (this.#yields < mostYields && this.#work.readersWait()) {
      this.#yields += 1;
      if (!this.#stopped) this.#schedule(yieldFor);
      return;
    }
    this.#yields = 0;
    const started = steadyMilliseconds();
    const succeeded = await this.#work.refresh(key);
    const taken = steadyMilliseconds() - started;
    // As long a pause as the page took: half of the process's time at most goes to this.
    if (!this.#stopped) this.#schedule(succeeded ? Math.max(1000 / rate - taken, taken) : patience);
  }
}
