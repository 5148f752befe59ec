/** Tells of changes when the typing pauses, so that nobody works on every key. */

/** Milliseconds without typing before a change is told, and the longest that somebody who never pauses waits. */
const pause = 400;
const longest = 2500;

export class ChangeSignal {
  private readonly tell: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;

  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** Something changed. @param now milliseconds of any clock that runs steadily, such as event.timeStamp */
  touch(now: number): void {
    this.waitingSince ??= now;
    clearTimeout(this.timer);
    const left = Math.max(0, longest - (now - this.waitingSince));
    this.timer = setTimeout(
      () => {
        this.flush();
      },
      Math.min(pause, left),
    );
  }

  /** Tells at once when there is something to tell: when the editor loses the focus or the page goes away. */
  flush(): void {
    if (this.waitingSince === null) return;
    clearTimeout(this.timer);
    this.waitingSince = null;
    this.tell();
  }
}
