/** A site and a clock that tests of the page cache hold in their hands. */
import { vi } from "vitest";
import { setClock } from "@/lib/clock";
import { setEnvironment } from "@/lib/env";
import { plainBody, type Rendered } from "../kept-page";
import { PageCache, type Answer } from "../page-cache";
import { routeOf } from "../routes";

export const start = Date.parse("2026-11-28T12:00:00Z");
export const minute = 60_000;

/** A renderer whose every answer the test gives, or that answers by itself with the state of a pretended database. */
export class FakeSite {
  /** What pages say. */
  text = "first";
  status = 200;
  headers: Record<string, string> = {};
  /** Holds answers back until the test lets them go. */
  held: (() => void)[] | null = null;
  failure: Error | null = null;
  calls: string[] = [];

  readonly render = (key: string): Promise<Rendered> => {
    this.calls.push(key);
    // Read at the start, as a page reads the database before it is written.
    const { text, status, headers, failure } = this;
    const answer = (): Rendered => {
      if (failure) throw failure;
      return { status, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: Buffer.from(text) };
    };
    if (!this.held) return Promise.resolve().then(answer);
    return new Promise<void>((resolve) => this.held?.push(resolve)).then(answer);
  };

  count(key: string): number {
    return this.calls.filter((call) => call === key).length;
  }

  /** Lets the oldest answer that is held back go. */
  release(): void {
    this.held?.shift()?.();
  }
}

/** With fake timers, from `start` on. */
export function openPretended(): { site: FakeSite; cache: PageCache } {
  setEnvironment({ LOG_LEVEL: "silent" });
  vi.useFakeTimers({ now: start });
  const site = new FakeSite();
  return { site, cache: new PageCache({ render: site.render, limit: 16 * 1024 * 1024, sharedMaxAge: null }) };
}

export async function closePretended({ site, cache }: { site: FakeSite; cache: PageCache }): Promise<void> {
  while (site.held?.length) site.release();
  site.held = null;
  const stopped = cache.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await stopped;
  vi.useRealTimers();
  setClock(null);
}

export async function textOf(answer: Answer): Promise<string> {
  if (answer.kind === "page") return (await plainBody(answer.page)).toString();
  return answer.kind === "send" ? `${String(answer.rendered.status)} ${answer.rendered.body.toString()}` : answer.kind;
}

/** What a reader gets. */
export async function askFor(cache: PageCache, key: string): Promise<string> {
  const route = routeOf(key);
  if (!route) throw new Error(`${key} is not for the cache`);
  return textOf(await cache.find(route));
}

/** Compression runs on threads that fake timers know nothing of; bodies of these tests are too small for it. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
