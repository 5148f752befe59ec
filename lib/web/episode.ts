import { nowMilliseconds } from "@/lib/clock";
import { log } from "@/lib/log";

/** Milliseconds of quiet after which the next refusal is another episode. */
const quiet = 30_000;

/** Something that comes in swarms: the log has one line when it begins and one when it has ended, not one for each. */
export class Episode {
  readonly #name: string;
  #began = 0;
  #last = -Infinity;
  #count = 0;

  /** @param name for the log, for example "requests were refused" */
  constructor(name: string) {
    this.#name = name;
  }

  /** It happened. @param facts for the first line */
  note(facts: Record<string, unknown>): void {
    const moment = nowMilliseconds();
    this.look();
    if (this.#count === 0) {
      this.#began = moment;
      log().warn(facts, this.#name);
    }
    this.#count += 1;
    this.#last = moment;
  }

  /** Ends an episode that has been over for a while. */
  look(): void {
    if (this.#count === 0 || nowMilliseconds() - this.#last < quiet) return;
    const seconds = Math.round((this.#last - this.#began) / 1000);
    log().info({ count: this.#count, seconds }, `${this.#name}; that is over`);
    this.#count = 0;
  }
}
