/** Makes pages again in the background, one after the other, and leaves most of the process to readers. */
import { steadyMilliseconds } from "@/lib/clock";
import { onNobodysBehalf } from "@/lib/web/asker";

type Work = {
  /** The page that readers would miss most, or null when all are as they should be. */
  next: () => string | null;
  /** Makes it. @returns false when that failed */
  refresh: (key: string) => Promise<boolean>;
};

/** Pages a second at most. */
const rate = 20;
/** After a failure, in milliseconds: most likely the next would fail as well. */
const patience = 1_000;

export class Refresher {
  readonly #work: Work;
  #running = false;
  #stopped = false;
  #underWay = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(work: Work) {
    this.#work = work;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    // Whoever woke it does not wait for this work.
    onNobodysBehalf(() => {
      this.#schedule(0);
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
    const started = steadyMilliseconds();
    const succeeded = await this.#work.refresh(key);
    const taken = steadyMilliseconds() - started;
    // As long a pause as the page took: half of the process's time at most goes to this.
    if (!this.#stopped) this.#schedule(succeeded ? Math.max(1000 / rate - taken, taken) : patience);
  }
}
