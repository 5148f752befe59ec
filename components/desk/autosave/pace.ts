/** Waits for a pause, but not for ever. */
export class Pace {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private latest: number | null = null;
  private readonly run: () => void;
  private readonly wait: { quiet: number; most: number };
  private readonly clock: () => number;

  /** @param wait milliseconds: run so long after the last hint, and at most so long after the first */
  constructor(run: () => void, wait: { quiet: number; most: number }, clock: () => number) {
    this.run = run;
    this.wait = wait;
    this.clock = clock;
  }

  hint(): void {
    const moment = this.clock();
    this.latest ??= moment + this.wait.most;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.cancel();
        this.run();
      },
      Math.max(0, Math.min(this.wait.quiet, this.latest - moment)),
    );
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.latest = null;
  }
}
