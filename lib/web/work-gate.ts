/**
 * Admission to work of one kind: so many at once, a short queue, and beyond it a refusal. Networks take turns in the queue,
 * so that one that floods it waits behind itself only.
 */
export type GateLimits = {
  /** Pieces of work under way at the same time. */
  atOnce: number;
  /** Places in the queue. */
  queue: number;
  /** Milliseconds in the queue after which somebody who waits is refused. */
  patience: number;
};

export type Visitor = {
  /** The network whose work it is; null goes first: it is nobody's in particular, and all wait for it. */
  network: string | null;
  /** False for what is refused where others queue: it comes in while there is room, and takes nobody's place. */
  canWait: boolean;
  /** Called at once or later. The gate must be told of the end by leave(). */
  admitted: () => void;
  refused: () => void;
};

type Waiting = Visitor & { timer: NodeJS.Timeout };

const nothing = (): void => undefined;

export class WorkGate {
  readonly #limits: GateLimits;
  /** Those who wait, by network. The network whose turn is next comes first. */
  readonly #lines = new Map<string | null, Waiting[]>();
  #underWay = 0;
  #waiting = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  get underWay(): number {
    return this.#underWay;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** @returns to be called when the visitor waits no more; nothing is called then. Harmless afterwards */
  enter(visitor: Visitor): () => void {
    if (this.#underWay < this.#limits.atOnce) {
      this.#underWay += 1;
      visitor.admitted();
      return nothing;
    }
    if (!visitor.canWait || (this.#waiting >= this.#limits.queue && !this.#makeRoomFor(visitor.network))) {
      visitor.refused();
      return nothing;
    }
    return this.#queue(visitor);
  }

  /** A piece of work has ended: whose turn it is comes in. */
  leave(): void {
    const next = this.#takeNext();
    if (next) next.admitted();
    else this.#underWay -= 1;
  }

  #queue(visitor: Visitor): () => void {
    const timer = setTimeout(() => {
      if (this.#remove(waiting)) waiting.refused();
    }, this.#limits.patience);
    timer.unref();
    const waiting: Waiting = { ...visitor, timer };
    const line = this.#lines.get(visitor.network);
    if (line) line.push(waiting);
    else this.#lines.set(visitor.network, [waiting]);
    this.#waiting += 1;
    return () => void this.#remove(waiting);
  }

  #takeNext(): Waiting | null {
    for (const network of this.#lines.has(null) ? [null] : this.#lines.keys()) {
      const line = this.#lines.get(network) ?? [];
      const [next] = line;
      if (!next) continue;
      this.#remove(next);
      if (line.length === 0) return next;
      // To the end: the others' turn comes first.
      this.#lines.delete(network);
      this.#lines.set(network, line);
      return next;
    }
    return null;
  }

  /** The last of the longest line goes, if somebody of a shorter one comes. @returns whether there is room now */
  #makeRoomFor(network: string | null): boolean {
    let longest: Waiting[] = [];
    for (const [name, line] of this.#lines) if (name !== null && line.length > longest.length) longest = line;
    const last = longest.at(-1);
    const own = network === null ? 0 : (this.#lines.get(network)?.length ?? 0);
    if (!last || longest.length <= own + 1) return false;
    this.#remove(last);
    last.refused();
    return true;
  }

  #remove(waiting: Waiting): boolean {
    const line = this.#lines.get(waiting.network) ?? [];
    const place = line.indexOf(waiting);
    if (place === -1) return false;
    clearTimeout(waiting.timer);
    line.splice(place, 1);
    if (line.length === 0) this.#lines.delete(waiting.network);
    this.#waiting -= 1;
    return true;
  }
}
