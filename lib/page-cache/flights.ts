/** Pages that are being made: one at a time for each key, and what happened to the magazine meanwhile. */
import { judge, keepPage, type KeepingRules, type KeptPage, type Rendered } from "./kept-page";
import { lifeOf } from "./page-store";
import type { Part, Route } from "./routes";

export type Outcome =
  | { kind: "page"; page: KeptPage }
  | { kind: "send"; rendered: Rendered }
  | { kind: "pass" }
  /** Null when nothing at all came back. */
  | { kind: "failed"; rendered: Rendered | null; error?: unknown };

export type Flight = {
  route: Route;
  /** A change named the page after its making had begun: what comes out may be old, and nobody gets it. */
  outdated: boolean;
  /** Something else changed: what comes out is right, but beside its content it may be old. */
  stale: boolean;
  /** Never rejects. */
  done: Promise<Outcome>;
};

export type Render = (key: string) => Promise<Rendered>;

export class Flights {
  readonly #open = new Map<string, Flight>();
  readonly #render: Render;
  readonly #rules: KeepingRules;

  constructor(render: Render, rules: KeepingRules) {
    this.#render = render;
    this.#rules = rules;
  }

  get size(): number {
    return this.#open.size;
  }

  find(key: string): Flight | undefined {
    return this.#open.get(key);
  }

  /** @param landed is called with the outcome before anybody who waits hears of it */
  start(route: Route, landed: (flight: Flight, outcome: Outcome) => void): Flight {
    const flight: Flight = { route, outdated: false, stale: false, done: Promise.resolve({ kind: "pass" }) };
    this.#open.set(route.key, flight);
    flight.done = this.#make(route).then((outcome) => {
      if (this.#open.get(route.key) === flight) this.#open.delete(route.key);
      landed(flight, outcome);
      return outcome;
    });
    return flight;
  }

  /** Those that `isNamed` are outdated: whoever asks from now on starts another. All others are stale. */
  changed(isNamed: (route: Route) => boolean): void {
    for (const [key, flight] of this.#open) {
      if (isNamed(flight.route)) {
        flight.outdated = true;
        this.#open.delete(key);
      } else flight.stale = true;
    }
  }

  async #make({ key, family, part }: Route): Promise<Outcome> {
    try {
      const rendered = await this.#render(key);
      const judgement = judge(rendered);
      if (judgement === "pass") return { kind: "pass" };
      if (judgement !== "keep") return { kind: judgement, rendered };
      return { kind: "page", page: await keepPage(rendered, family, this.#rulesFor(rendered.status, part)) };
    } catch (error) {
      return { kind: "failed", rendered: null, error };
    }
  }

  /** Shared caches keep nothing for longer than this one does. */
  #rulesFor(status: number, part: Part): KeepingRules {
    const { sharedMaxAge } = this.#rules;
    return { sharedMaxAge: sharedMaxAge === null ? null : Math.min(sharedMaxAge, lifeOf(status, part) / 1000) };
  }
}
