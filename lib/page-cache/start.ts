/** The cache of this process: heard changes reach it, time reaches it, and what was hot before is warm again. */
import { now, nowMilliseconds, steadyMilliseconds } from "@/lib/clock";
import { watchContent } from "@/lib/content-version/watch";
import { log } from "@/lib/log";
import { repeat } from "@/lib/repeat";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { hotListSize, readHotList, writeHotList } from "./hot-list";
import { oneAtATime } from "./one-at-a-time";
import { PageCache, type PageCacheOptions } from "./page-cache";
import { listLikelyPages, listOneOfEachKind, listTurns } from "./queries";

/** Warming ends then, whatever is left. Milliseconds. */
const longestWarming = 20_000;
/** Pages that are warmed at a time: one waits for the database while the other is rendered. */
const warmers = 2;
/** Seconds between two writings of the hot list. */
const writeEvery = 60;
/** In each of them; half of the heat is gone after 14 minutes. */
const cooling = 0.95;
/** Seconds between two readings of what is to come; each change reads it as well. */
const planEvery = 300;
const notWritten = "the list of hot pages could not be written";

export type RunningPageCache = {
  cache: PageCache;
  /** Makes the hottest pages of before. Resolves when they are there, or time is up. */
  warm: () => Promise<void>;
  /** Writes down which pages are the hottest. Never rejects. */
  note: () => Promise<void>;
  stop: () => Promise<void>;
};

/** @throws Error when the database can't be reached */
export async function startPageCache(options: PageCacheOptions): Promise<RunningPageCache> {
  const cache = new PageCache(options);
  const planner = new Planner(cache);
  const frameAhead = oneAtATime(prepareFrame);
  const stopWatching = await watchContent({
    changed: (paths) => {
      cache.changed(paths);
      void frameAhead();
      void planner.plan();
    },
    lost: (since) => {
      cache.doubt(since);
    },
    found: () => {
      cache.resume();
      void planner.plan();
    },
  });
  await planner.plan();
  const stopPlanning = repeat({ everySeconds: planEvery, round: () => planner.plan(), failure: "planning failed" });
  const stopWriting = keepHotList(cache);
  return {
    cache,
    warm: () => warm(cache),
    note: () => noteHotList(cache),
    stop: async () => {
      await Promise.all([stopWatching(), stopPlanning(), stopWriting(), cache.stop()]);
      await noteHotList(cache);
    },
  };
}

/**
 * Every page needs the frame, which a change has made old: it is read before the first of them asks for it. Once for many
 * changes in a row, since it counts all articles.
 */
async function prepareFrame(): Promise<void> {
  await getSiteFrame().catch((error: unknown) => {
    log().debug({ err: error }, "the frame could not be read ahead; the next page reads it");
  });
}

/** Reads what is to come. */
class Planner {
  readonly #cache: PageCache;
  /** Turns after this moment may not be known yet. */
  #since = now();

  readonly plan = oneAtATime(() => this.#read());

  constructor(cache: PageCache) {
    this.#cache = cache;
  }

  async #read(): Promise<void> {
    const started = now();
    try {
      this.#cache.plan(await listTurns(this.#since));
      this.#since = started;
    } catch (error) {
      log().warn({ err: error }, "what is to come could not be read; what was known holds");
    }
  }
}

function keepHotList(cache: PageCache): () => Promise<void> {
  const round = async (): Promise<void> => {
    cache.cool(cooling);
    await saveHotList(cache);
  };
  return repeat({ everySeconds: writeEvery, round, failure: notWritten });
}

/** An idle process must not wipe out what a busy one knew. */
async function saveHotList(cache: PageCache): Promise<void> {
  const keys = cache.hottest(hotListSize);
  if (keys.length > 0) await writeHotList(keys);
}

/** On a disk that is full the next start is a cold one; that is no reason to leave out of order. */
async function noteHotList(cache: PageCache): Promise<void> {
  await saveHotList(cache).catch((error: unknown) => {
    log().warn({ err: error }, notWritten);
  });
}

async function warm(cache: PageCache): Promise<void> {
  const started = steadyMilliseconds();
  const known = await readHotList();
  const hottest = known.length > 0 ? known : await listLikelyPages(hotListSize);
  const keys = new Set([...(await listOneOfEachKind()), ...hottest]);
  // Every page needs the frame: made once, before the first two ask for it together.
  await getSiteFrame();
  const left = keys.values();
  const work = async (): Promise<void> => {
    for (const key of left) {
      if (steadyMilliseconds() - started > longestWarming) return;
      await cache.refresh(key);
    }
  };
  const timeUp = new Promise<void>((resolve) => setTimeout(resolve, longestWarming).unref());
  await Promise.race([Promise.all(Array.from({ length: warmers }, work)), timeUp]);
  const milliseconds = Math.round(steadyMilliseconds() - started);
  log().info({ at: nowMilliseconds(), pages: cache.account.pages, milliseconds }, "the hottest pages are warm");
}
