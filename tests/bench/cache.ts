/** The page cache: hits, 304s, 404s and misses, beside a plain node:http server that writes the same bytes. */
import autocannon from "autocannon";
import { sql } from "@/lib/db/pool";
import { articlePath } from "@/lib/urls";
import { runConsistency } from "@/tests/integration/page-cache/consistency";
import { Instance } from "@/tests/integration/page-cache/instances";
import { startPinnedPlainServer, type ServerProcess } from "./site-process";
import { milliseconds, summarise, type Row } from "./statistics";

const rounds = 5;
/** Of each measurement in a round, in seconds. */
const duration = 3;
const connections = 32;
const hitTarget = 0.8;
const missTarget = 100;
const misses = 300;
const consistencySeconds = 60;
const lagTarget = 1_000;

type Load = { base: string; path: string; headers?: Record<string, string>; status: number };

/** @param site runs with a cache on a database that queryDatabase() points at */
export async function measureCache(site: ServerProcess): Promise<Row[]> {
  const articles = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY md5(p.id::text) LIMIT $1`,
    [misses + 1],
  );
  const [first = "/", ...others] = articles.map(articlePath);
  // First, while hardly anything is in the cache.
  const missed = await measureMisses(site, others);
  const browser = { "accept-encoding": "gzip, deflate, br, zstd" };
  const answer = await fetch(site.base + first, { headers: browser });
  const etag = answer.headers.get("etag") ?? "";
  const { body, headers } = await rawAnswer(site, first);
  const plain = await startPinnedPlainServer(body, headers);
  try {
    const loads: Record<string, Load> = {
      "an article": { base: site.base, path: first, headers: browser, status: 200 },
      "an article with a parameter that it does not read": {
        ...{ base: site.base, path: `${first}?from=a&x=b`, headers: browser, status: 200 },
      },
      "304": { base: site.base, path: first, headers: { ...browser, "if-none-match": etag }, status: 304 },
      "404": { base: site.base, path: "/no-such-page", headers: browser, status: 404 },
    };
    const rows = await besides(plain, loads, browser);
    return [...rows, ...missed];
  } finally {
    await plain.stop();
  }
}

/** In each round everything is measured once, so that a slow moment of the machine hits all. */
async function besides(plain: ServerProcess, loads: Record<string, Load>, headers: Load["headers"]): Promise<Row[]> {
  const rates = new Map<string, { ratios: number[]; own: number[] }>();
  for (let round = 0; round < rounds; round += 1) {
    const reference = await requestsPerSecond({ base: plain.base, path: "/", headers, status: 200 });
    for (const [name, load] of Object.entries(loads)) {
      const own = await requestsPerSecond(load);
      const known = rates.get(name) ?? { ratios: [], own: [] };
      known.ratios.push(own / reference);
      known.own.push(own);
      rates.set(name, known);
    }
  }
  return [...rates].map(([name, { ratios, own }], index) => {
    const ratio = summarise(ratios).median;
    const figures = `${ratio.toFixed(2)} (${summarise(own).median.toFixed(0)}/s)`;
    const isTarget = index === 0;
    const target = isTarget ? `>= ${String(hitTarget)}` : "";
    return { what: `${name} / plain Node server`, figures, target, met: isTarget ? ratio >= hitTarget : null };
  });
}

async function requestsPerSecond({ base, path, headers = {}, status }: Load): Promise<number> {
  const result = await autocannon({ url: base + path, headers, connections, duration });
  const wanted = (result.statusCodeStats as Record<string, { count: number }> | undefined)?.[String(status)]?.count;
  if (wanted !== result.requests.total) throw new Error(`${path}: not every answer was ${String(status)}`);
  return result.requests.average;
}

/** Distinct pages, each asked for once: alone for the time, by several readers for the rate. */
async function measureMisses(site: ServerProcess, paths: string[]): Promise<Row[]> {
  const ask = async (path: string): Promise<void> => {
    const response = await fetch(site.base + path);
    if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
    await response.arrayBuffer();
  };
  const alone = paths.slice(0, misses / 3);
  const times: number[] = [];
  for (const path of alone) {
    const started = performance.now();
    await ask(path);
    times.push(performance.now() - started);
  }
  const left = paths.slice(alone.length).values();
  const started = performance.now();
  const reader = async (): Promise<void> => {
    for (const path of left) await ask(path);
  };
  await Promise.all([reader(), reader(), reader(), reader()]);
  const rate = (paths.length - alone.length) / ((performance.now() - started) / 1000);
  const { median, p95 } = summarise(times);
  return [
    { what: "miss, alone", figures: `median ${milliseconds(median)}, p95 ${milliseconds(p95)}`, target: "", met: null },
    {
      what: "misses, four readers",
      figures: `${rate.toFixed(0)}/s`,
      target: `>= ${String(missTarget)}/s`,
      met: rate >= missTarget,
    },
  ];
}

/** The bytes that the site sends, for the plain server to send as well. */
async function rawAnswer(
  site: ServerProcess,
  path: string,
): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const encoded = await fetch(site.base + path, { headers: { "accept-encoding": "identity" } });
  const { brotliCompressSync, constants } = await import("node:zlib");
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const body = brotliCompressSync(Buffer.from(await encoded.arrayBuffer()), { params });
  return { body, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" } };
}

/** @param databaseUrl of an empty database that queryDatabase() points at */
export async function measureConsistency(databaseUrl: string): Promise<Row[]> {
  const start = (): Promise<Instance> => Instance.start(databaseUrl);
  const instances = await Promise.all([start(), start(), start()]);
  const result = await runConsistency({ instances, writers: 4, readers: 8, seconds: consistencySeconds }).finally(() =>
    Promise.all(instances.map((instance) => instance.stop())),
  );
  const { actions, reads, failures, violations, longestLag } = result;
  for (const violation of violations.slice(0, 5)) process.stdout.write(`${violation}\n`);
  const stall = Math.max(...instances.map((instance) => instance.stall));
  return [
    {
      what: "older pages where something was changed",
      figures: `${String(violations.length)} (${String(actions)} changes, ${String(reads)} reads, ${String(failures.length)} failed)`,
      target: "0",
      met: violations.length === 0,
    },
    {
      what: "longest that another instance showed an older page",
      figures: `${milliseconds(longestLag)} (a process stood still for up to ${milliseconds(stall)})`,
      target: `<= ${String(lagTarget)} ms`,
      met: longestLag <= lagTarget,
    },
  ];
}
