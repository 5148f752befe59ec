/** Hours of a site's life in little time: readers, searches, feeds, an editor's lists and publications, and its memory. */
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { sql } from "@/lib/db/pool";
import { articlePath, categoryPath, feedPath, homePath, searchResultsPath, tagPath } from "@/lib/urls";
import { aDraft, testActor } from "@/tests/factories/articles";
import { memoryOfWorkers } from "./memory";
import { searches } from "./queries";
import type { SiteProcess } from "./site-process";
import { summarise, type Row } from "./statistics";

/** Requests that are under way at any moment. */
const readers = 8;
/** Milliseconds that a reader waits between two, so that what is measured is a lively site and no full one. */
const pause = 10;
const publishEvery = 5_000;
const sampleEvery = 10_000;
const megabyte = 1024 * 1024;
const target = 350 * megabyte;

/**
 * @param site runs with a page cache on a database that queryDatabase() points at
 * @param minutes of load; what the first ten bring is held against the target, what the second half adds is the growth
 */
export async function soak(site: SiteProcess, minutes: number): Promise<Row[]> {
  const addresses = await everyKindOfAddress();
  const end = performance.now() + minutes * 60_000;
  const isOver = (): boolean => performance.now() > end;
  const samples: { minute: number; bytes: number }[] = [];
  const statuses = new Map<number, number>();
  const read = async (reader: number): Promise<void> => {
    for (let turn = reader; !isOver(); turn += readers) {
      const address = addresses(turn);
      const headers = {
        "accept-encoding": "gzip, br",
        "x-forwarded-for": `10.8.${String(reader)}.${String(turn % 250)}`,
      };
      const response = await fetch(site.base + address, { headers });
      await response.arrayBuffer();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const write = async (): Promise<void> => {
    for (let round = 0; !isOver(); round += 1) {
      const { articleId, version } = await aDraft({ slug: `soak-${Date.now().toString(36)}-${String(round)}` });
      await publishArticle(testActor, { articleId, expectedVersion: version });
      await new Promise((resolve) => setTimeout(resolve, publishEvery));
    }
  };
  const sample = async (): Promise<void> => {
    const started = performance.now();
    while (!isOver()) {
      samples.push({ minute: (performance.now() - started) / 60_000, bytes: memoryOfWorkers(site.pid)[0] ?? NaN });
      await new Promise((resolve) => setTimeout(resolve, sampleEvery));
    }
  };
  await Promise.all([sample(), write(), ...Array.from({ length: readers }, (_, reader) => read(reader))]);
  return rowsOf(samples, statuses, minutes);
}

/** Common pages often, rare ones rarely, as it is with readers. */
async function everyKindOfAddress(): Promise<(turn: number) => string> {
  const articles = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY md5(p.id::text) LIMIT 5000`,
  );
  const tags = await sql<{ slug: string }>("SELECT slug FROM tag ORDER BY id LIMIT 30");
  const categories = await sql<{ slug: string }>("SELECT slug FROM category ORDER BY id");
  const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
  const kinds: ((turn: number) => string)[] = [
    () => homePath,
    (turn) => articlePath(of(articles, turn % 50)),
    (turn) => articlePath(of(articles, turn % 50)),
    (turn) => articlePath(of(articles, turn)),
    (turn) => categoryPath(of(categories, turn).slug, 1 + (turn % 40)),
    (turn) => tagPath(of(tags, turn).slug),
    (turn) => searchResultsPath({ q: `${of(searches, turn)} ${of(searches, turn >> 4)}` }),
    (turn) => feedPath(categoryPath(of(categories, turn).slug), "rss"),
    (turn) => `/nothing-here-${String(turn)}`,
    (turn) => `${articlePath(of(articles, turn % 50))}?utm_source=a${String(turn)}`,
  ];
  return (turn) => of(kinds, turn)(Math.floor(turn / kinds.length));
}

function rowsOf(samples: { minute: number; bytes: number }[], statuses: Map<number, number>, minutes: number): Row[] {
  const upTo = (from: number, to: number): number =>
    summarise(samples.filter(({ minute }) => minute >= from && minute <= to).map(({ bytes }) => bytes)).median;
  const tenth = upTo(Math.min(9, minutes * 0.9), Math.min(10, minutes));
  const middle = upTo(minutes * 0.45, minutes * 0.55);
  const last = upTo(minutes * 0.9, minutes);
  const size = (bytes: number): string => `${(bytes / megabyte).toFixed(0)} MB`;
  const failed = [...statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);
  const all = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return [
    {
      what: `memory of the worker after ${String(Math.min(10, minutes))} minutes`,
      figures: size(tenth),
      target: `<= ${size(target)}`,
      met: tenth <= target,
    },
    {
      what: "growth from the middle to the end",
      figures: `${((last - middle) / megabyte).toFixed(1)} MB (at most ${size(summarise(samples.map(({ bytes }) => bytes)).max)})`,
      target: "none (5 %)",
      met: last <= middle * 1.05,
    },
    {
      what: "answers",
      figures: `${String(all)} (${[...statuses].map(([status, count]) => `${String(status)}: ${String(count)}`).join(", ")})`,
      target: "none of 5xx",
      met: failed === 0,
    },
  ];
}
