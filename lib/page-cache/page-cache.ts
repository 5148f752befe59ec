/**
 * The cache in front of Next. It answers from memory what it has, has made what it lacks (each page once, however many
 * wait for it), and knows by names what a change took away. The rules:
 *
 * - What a change names is gone at once, also what was being made meanwhile; nothing brings it back.
 * - Everything else is stale: made again in the background, hottest first, and shown until then when making is slow.
 * - What ended by time is made again before anybody sees it.
 * - A failure is never kept. For an hour the last good page stands in, if no change took it away.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { nowMilliseconds, steadyMilliseconds } from "@/lib/clock";
import { log } from "@/lib/log";
import { Flights, type Flight, type Outcome, type Render } from "./flights";
import type { KeptPage, Rendered } from "./kept-page";
import type { PageMirror } from "./mirror";
import { age, missingLife, PageStore } from "./page-store";
import { Refresher } from "./refresher";
import { routeOf, sitemapFamily, type Route } from "./routes";
import { sendPage } from "./send";
import { Timeline, type Turn } from "./timeline";
import { Wanted } from "./wanted";

export type PageCacheOptions = {
  render: Render;
  /** Bytes. */
  limit: number;
  /** Seconds for which shared caches may keep pages; null while nothing purges them. */
  sharedMaxAge: number | null;
  /** Gets every page that is fresh, and is told what becomes of it. */
  mirror?: PageMirror | null;
};

export type Answer =
  | { kind: "page"; page: KeptPage }
  | { kind: "send"; rendered: Rendered }
  /** Ask Next directly. */
  | { kind: "pass" };

/** Milliseconds that a reader waits for a new page while an older one is there that may be seen. */
const slow = 150;
/** A page that is stale for longer is waited for, as one that is missing. Milliseconds. */
const longestStale = 60_000;
/** How long a last good page stands in for one that can't be made. Milliseconds. */
const longestStandIn = 3_600_000;
/** Renders at once beyond which stale pages are shown without waiting. */
const busy = 4;
/** Milliseconds after a failure in which stale pages are shown without another try. */
const pause = 1_000;
/** A page that readers still ask for here may be missing in the mirror: it is given again. Milliseconds. */
const mirrorEvery = 10_000;
/** How often a reader's page is started again because a change overtook it. */
const mostRounds = 10;

export class PageCache {
  readonly #store: PageStore;
  readonly #flights: Flights;
  readonly #wanted = new Wanted();
  readonly #passing = new Map<string, number>();
  readonly #refresher: Refresher;
  readonly #mirror: PageMirror | null;
  readonly timeline = new Timeline();
  #pausedUntil = 0;
  /** The database is away: whatever stands in for a page that fails is then shown as soon as making one is slow. */
  #inDoubt = false;

  constructor({ render, limit, sharedMaxAge, mirror = null }: PageCacheOptions) {
    this.#mirror = mirror;
    this.#store = new PageStore(limit);
    this.#flights = new Flights(render, { sharedMaxAge });
    this.#refresher = new Refresher({
      next: () => this.#hottestWaiting(),
      refresh: async (key) => (await this.refresh(key)) !== "failed",
      readersWait: () => this.#flights.size > 0,
    });
  }

  /** Bytes and number of what is kept. */
  get account(): { bytes: number; pages: number } {
    return { bytes: this.#store.bytes, pages: this.#store.size };
  }

  /**
   * Answers from memory, if the page is there as it should be.
   * @param url of the request, when its method is GET or HEAD and no session comes with it
   * @returns whether the request is answered
   */
  answerHit(request: IncomingMessage, response: ServerResponse, url: string): boolean {
    const page = this.#store.get(url);
    const moment = nowMilliseconds();
    if (page === undefined || moment >= page.freshUntil || moment >= this.timeline.next) return false;
    page.heat += 1;
    if (moment >= page.mirrorAt) this.#mirrorPage(url, page, false);
    sendPage(request, response, page);
    return true;
  }

  /** What a reader gets for an address, made when it must be. */
  async find(route: Route): Promise<Answer> {
    for (let round = 0; round < mostRounds; round += 1) {
      this.#turnTime();
      const answer = this.#answerAtOnce(route.key) ?? (await this.#answerOfFlight(route));
      if (answer) return answer;
    }
    return { kind: "pass" };
  }

  /** What needs no page to be made, or what is to do for it; null when one is to be made. */
  #answerAtOnce(key: string): Answer | null {
    const kept = this.#kept(key);
    if (kept?.freshness === "fresh") return seen(kept);
    if (this.#passes(key)) return { kind: "pass" };
    if (!kept) return null;
    if (this.#mayBeSeen(kept) && this.#shouldNotWait(key)) return seen(kept);
    return steadyMilliseconds() < kept.retryAt && this.#mayStandIn(kept) ? seen(kept) : null;
  }

  /** Waits for the page that is being made, or makes it. Null: something changed meanwhile, and is to be looked at again. */
  async #answerOfFlight(route: Route): Promise<Answer | null> {
    const kept = this.#kept(route.key);
    const presentable = kept && this.#mayBeSeen(kept) ? kept : null;
    const flight = this.#flights.find(route.key) ?? this.#start(route);
    const outcome = await (presentable ? orTooSlow(flight.done) : flight.done);
    if (outcome !== null) return flight.outdated ? null : this.#answerOf(route.key, outcome);
    // A change may have come while we waited.
    const still = this.#store.peek(route.key);
    return presentable && still === presentable && this.#mayBeSeen(presentable) ? seen(presentable) : null;
  }

  /** Makes a page unless it is fresh, as a reader would who waits for it. */
  async refresh(key: string): Promise<"fresh" | "failed" | "not-kept"> {
    const route = routeOf(key);
    if (!route) return "not-kept";
    this.#turnTime();
    if (this.#kept(key)?.freshness === "fresh") return "fresh";
    const flight = this.#flights.find(key) ?? this.#start(route);
    const { kind } = await flight.done;
    return kind === "failed" ? "failed" : kind === "page" ? "fresh" : "not-kept";
  }

  /**
   * The content changed. When this returns, nothing older of what is named is in the cache or will come into it.
   * @param paths of pages, each standing for its family (./routes.ts); none means that anything may have changed
   */
  changed(paths: readonly string[]): void {
    const named = new Set([...paths, sitemapFamily]);
    const isNamed = ({ family, part }: Route): boolean => paths.length === 0 || named.has(family) || part === "search";
    this.#flights.changed(isNamed);
    this.#passing.clear();
    this.#store.clearFleeting();
    const dropped = paths.length === 0 ? [...this.#store.pages()].map(([key]) => key) : this.#keysOf(named);
    for (const key of dropped) {
      this.#wanted.add(key, heatOf(this.#store.peek(key)));
      this.#store.remove(key);
    }
    this.#ageAll("stale", nowMilliseconds());
    this.#mirror?.changed(paths.length === 0 ? null : named);
    this.#refresher.wake();
  }

  /** Nothing is known any more of what changed since a moment: everything is stale. @param since by the clock */
  doubt(since: number): void {
    this.#inDoubt = true;
    this.#flights.changed(() => false);
    this.#ageAll("stale", since);
    this.#mirror?.doubt();
  }

  /** The database answers again. */
  resume(): void {
    this.#inDoubt = false;
    this.#pausedUntil = 0;
    this.#mirror?.resume();
    this.#refresher.wake();
  }

  /** Takes over what is to come by time alone. */
  plan(turns: readonly Turn[]): void {
    this.timeline.replace(turns);
    this.#turnTime();
    this.timeline.callAtNext(nowMilliseconds(), () => {
      this.#turnTime();
    });
  }

  /** The most asked for pages, hottest first. */
  hottest(count: number): string[] {
    const pages = [...this.#store.pages()].filter(([, page]) => heatOf(page) >= 1);
    return pages
      .sort(([, a], [, b]) => b.heat - a.heat)
      .slice(0, count)
      .map(([key]) => key);
  }

  /** Lets heat fade, so that the hottest pages are those of the present. @param factor from 0 to 1 */
  cool(factor: number): void {
    for (const [, page] of this.#store.pages()) page.heat *= factor;
  }

  async stop(): Promise<void> {
    this.timeline.stop();
    await this.#refresher.stop();
  }

  #kept(key: string): KeptPage | undefined {
    const kept = this.#store.get(key);
    const moment = nowMilliseconds();
    if (kept?.freshness === "fresh" && moment >= kept.freshUntil) age(kept, "stale", kept.freshUntil);
    if (kept) kept.heat += 1;
    return kept;
  }

  #mayBeSeen({ freshness, since }: KeptPage): boolean {
    const longest = this.#inDoubt ? longestStandIn : longestStale;
    return freshness === "stale" && nowMilliseconds() - since < longest;
  }

  #mayStandIn({ since }: KeptPage): boolean {
    return nowMilliseconds() - since < longestStandIn;
  }

  #shouldNotWait(key: string): boolean {
    const isPaused = steadyMilliseconds() < this.#pausedUntil;
    const isBusy = this.#flights.size >= busy && !this.#flights.find(key);
    if (isBusy) this.#refresher.wake();
    return isPaused || isBusy;
  }

  #passes(key: string): boolean {
    return (this.#passing.get(key) ?? 0) > nowMilliseconds();
  }

  #start(route: Route): Flight {
    return this.#flights.start(route, (flight, outcome) => {
      this.#land(flight, outcome);
    });
  }

  #land({ route, outdated, stale }: Flight, outcome: Outcome): void {
    const { key } = route;
    if (outcome.kind === "failed") {
      this.#noteFailure(key);
      return;
    }
    // The clock may have passed a turn while the page was made; then the flight is told as well.
    if (outdated) return;
    const heat = Math.max(this.#wanted.take(key), this.#store.peek(key)?.heat ?? 1);
    if (outcome.kind === "page" && !(stale && outcome.page.status !== 200)) {
      outcome.page.heat = heat;
      this.#keep(route, outcome.page, stale);
      return;
    }
    this.#store.remove(key);
    this.#mirror?.drop(key);
    if (outcome.kind === "pass") {
      if (this.#passing.size > 5_000) this.#passing.clear();
      this.#passing.set(key, nowMilliseconds() + missingLife);
    }
  }

  #noteFailure(key: string): void {
    this.#pausedUntil = steadyMilliseconds() + pause;
    const kept = this.#store.peek(key);
    if (kept) kept.retryAt = steadyMilliseconds() + pause;
    this.#wanted.take(key);
  }

  #keep(route: Route, page: KeptPage, stale: boolean): void {
    const { key, part } = route;
    const moment = nowMilliseconds();
    if (stale) age(page, "stale", moment);
    this.#store.set(key, page, part, moment);
    if (stale) this.#refresher.wake();
    else if (this.#mirror?.takes(route, page)) this.#mirrorPage(key, page, true);
    else this.#mirror?.drop(key);
  }

  #mirrorPage(key: string, page: KeptPage, replace: boolean): void {
    page.mirrorAt = nowMilliseconds() + mirrorEvery;
    const isCurrent = (): boolean => {
      const moment = nowMilliseconds();
      return this.#store.peek(key) === page && moment < page.freshUntil && moment < this.timeline.next;
    };
    this.#mirror?.put(key, page, { isCurrent, replace });
  }

  #answerOf(key: string, outcome: Outcome): Answer {
    if (outcome.kind !== "failed") return outcome;
    const kept = this.#store.peek(key);
    if (kept && this.#mayStandIn(kept)) {
      const seconds = Math.round((nowMilliseconds() - kept.since) / 1000);
      log().warn({ page: key, seconds, err: outcome.error }, "a page could not be made; readers get the last good one");
      return seen(kept);
    }
    return outcome.rendered ? { kind: "send", rendered: outcome.rendered } : { kind: "pass" };
  }

  #turnTime(): void {
    const moment = nowMilliseconds();
    if (moment < this.timeline.next) return;
    for (const { at, paths } of this.timeline.take(moment)) {
      const named = paths && new Set([...paths, sitemapFamily]);
      this.#flights.changed(({ family, part }) => !named || named.has(family) || part === "search");
      this.#store.clearFleeting();
      this.#passing.clear();
      if (!named) this.#ageAll("expired", at.getTime());
      else for (const key of this.#keysOf(named)) this.#expire(key, at.getTime());
      this.#ageAll("stale", at.getTime());
      this.#mirror?.changed(named);
    }
    this.timeline.callAtNext(moment, () => {
      this.#turnTime();
    });
    this.#refresher.wake();
  }

  #expire(key: string, since: number): void {
    const page = this.#store.peek(key);
    if (page) age(page, "expired", since);
  }

  #keysOf(families: ReadonlySet<string>): string[] {
    return [...families].flatMap((family) => this.#store.keysOf(family));
  }

  #ageAll(to: "stale" | "expired", since: number): void {
    for (const [, page] of this.#store.pages()) age(page, to, since);
  }

  /** Cold pages wait until somebody asks: with every change half of them would be made for nobody. */
  #hottestWaiting(): string | null {
    const steady = steadyMilliseconds();
    const moment = nowMilliseconds();
    let hottest = this.#wanted.hottest();
    for (const [key, page] of this.#store.pages()) {
      if (moment < page.freshUntil || steady < page.retryAt || page.heat < 1) continue;
      if (page.heat > (hottest?.heat ?? 0)) hottest = { key, heat: page.heat };
    }
    return hottest?.key ?? null;
  }
}

/** How much a page is asked for. Who asks the mirror is not seen here: what it has is asked for by somebody. */
function heatOf(page: KeptPage | undefined): number {
  return page ? Math.max(page.heat, page.mirrorAt < Infinity ? 1 : 0) : 0;
}

function seen(page: KeptPage): Answer {
  return { kind: "page", page };
}

/** Null when the outcome takes longer than a reader should wait. */
async function orTooSlow(outcome: Promise<Outcome>): Promise<Outcome | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, slow, null);
  });
  const first = await Promise.race([outcome, tooSlow]);
  clearTimeout(timer);
  return first;
}
