/**
 * `npm run bench -- --faults`: a site of two workers under a mixed load, to which things happen. What matters: pages from
 * memory go on, nobody hangs, and all is well again soon after.
 */
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env";
import { articlePath, categoryPath, feedPath, searchResultsPath } from "@/lib/urls";
import { onDatabase, startSite } from "../site-process";
import { milliseconds, printTable, summarise, type Row } from "../statistics";
import { answersOf, faultsWith, startSilentHub, type Fault, type Scene } from "./injections";
import { startLoad, type Load } from "./load";
import type { Sample } from "./load-process";
import { startSlowProxy } from "./slow-proxy";
import { mountSmallDisk, type SmallDisk } from "./small-disk";

/** Seconds within which everything is answered as before once the fault is over. */
const recoveryTarget = 10;
/** Milliseconds without a bad answer that count as well. */
const calm = 2_500;
/** Milliseconds after a fault that are looked at, at most. */
const watching = 15_000;
/** Milliseconds beyond which nobody should have waited for an answer, whatever it is. */
const longestWait = 15_000;

type Options = {
  /** Of a database that queryDatabase() points at. */
  databaseUrl: string;
  port: number;
  dataDirectory: string;
  restartPostgres: () => Promise<void>;
};

export async function measureFaults(options: Options): Promise<void> {
  const disk = mountSmallDisk(path.join(options.dataDirectory, "small-disk"));
  try {
    await measureFaultsWith(disk, options);
  } finally {
    disk?.stop();
  }
}

async function measureFaultsWith(disk: SmallDisk | null, options: Options): Promise<void> {
  const { databaseUrl, port, dataDirectory, restartPostgres } = options;
  const proxy = await startSlowProxy(databaseUrl);
  const hub = await startSilentHub();
  // For this process, which publishes, as well as for the site, which tells.
  const hooks = { SITE_URL: `http://127.0.0.1:${String(port)}`, WEBSUB_HUB_URL: hub.url };
  const files: Record<string, string> = disk ? { STORAGE_URL: `file:${path.join(disk.directory, "storage")}` } : {};
  setEnvironment({ ...hooks, ...files });
  const pages: Record<string, string> = disk ? { PAGE_FILES_DIR: path.join(disk.directory, "pages") } : {};
  const environment = { ...onDatabase(proxy.url, dataDirectory), LOG_LEVEL: "fatal", ...hooks, ...files, ...pages };
  const site = await startSite({ port, cacheMegabytes: 256, workers: 2, environment });
  const scene: Scene = { site, proxy, restartPostgres, disk, postgres: path.join(dataDirectory, "postgres") };
  const load = await startReaders(site.base);
  try {
    printTable("Fair weather", fairRows(load.samples));
    for (const fault of faultsWith(hub)) printTable(`Fault: ${fault.name}`, await measureFault(fault, scene, load));
  } finally {
    load.stop();
    await site.stop();
    proxy.stop();
    hub.stop();
    setEnvironment({ SITE_URL: "", WEBSUB_HUB_URL: "", STORAGE_URL: "" });
  }
}

/** Readers of everything, on a site that has what is read most in memory. Resolves after some fair weather. */
async function startReaders(base: string): Promise<Load> {
  const articles = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY md5(p.id::text)`,
  );
  const categories = (await sql<{ slug: string }>("SELECT slug FROM category ORDER BY id")).map(({ slug }) => slug);
  const paths = articles.map(articlePath);
  const words = paths.flatMap((address) => address.split(/[/-]/)).filter((word) => word.length > 3);
  const cached = ["/", ...categories.map((slug) => categoryPath(slug)), ...paths.slice(0, 30)];
  const feeds = ["/", ...categories.map((slug) => categoryPath(slug))].map((list) => feedPath(list, "rss"));
  const searches = words.map((word, index) =>
    searchResultsPath({ q: `${word} ${words[(index * 7) % words.length] ?? ""}` }),
  );
  const suggestions = words.map((word) => `/search/suggestions?q=${word.slice(0, 5)}`);
  // Often enough that both workers have them.
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([...cached, ...feeds].map(async (page) => (await fetch(base + page)).arrayBuffer()));
  }
  const load = startLoad({
    base,
    network: null,
    steady: {
      cached: { paths: cached, rate: 60 },
      article: { paths: paths.slice(30), rate: 6 },
      search: { paths: searches, rate: 4 },
      suggestions: { paths: suggestions, rate: 4 },
      feed: { paths: feeds, rate: 4 },
    },
  });
  await wait(6_000);
  return load;
}

async function measureFault(fault: Fault, scene: Scene, load: Load): Promise<Row[]> {
  const began = Date.now();
  const facts = await fault.inject(scene);
  const ended = Date.now();
  const recovery = await untilWell(load, ended);
  const during = load.samples.filter(({ at }) => at >= began && at < ended);
  const cached = during.filter(({ kind }) => kind === "cached");
  const made = during.filter(({ kind }) => kind !== "cached");
  const bad = cached.filter(isBad).length;
  const { median, p95 } = summarise(cached.map(({ took }) => took));
  const madeTimes = summarise(made.map(({ took }) => took));
  const honest = made.every(({ outcome }) => ["200", "404", "429", "503"].includes(outcome));
  const lost = fault.lost ?? 0;
  return [
    {
      what: "pages from memory: answers",
      figures: answersOf(cached.map(({ outcome }) => outcome)),
      target: lost === 0 ? "all 200" : `all but ${String(lost)} 200`,
      met: cached.length > 0 && bad <= lost,
    },
    {
      what: "pages from memory: time",
      figures: `median ${milliseconds(median)}, p95 ${milliseconds(p95)}`,
      target: `p95 <= ${String(fault.p95)} ms`,
      met: p95 <= fault.p95,
    },
    {
      what: "work that is not cached: answers",
      figures: answersOf(made.map(({ outcome }) => outcome)),
      target: lost === 0 ? "200, 503 or 429" : "",
      met: lost === 0 ? honest : null,
    },
    {
      what: "work that is not cached: time",
      figures: `median ${milliseconds(madeTimes.median)}, p95 ${milliseconds(madeTimes.p95)}, max ${milliseconds(madeTimes.max)}`,
      target: `max <= ${String(longestWait)} ms`,
      met: madeTimes.max <= longestWait,
    },
    ...facts,
    {
      what: "all well again after",
      figures: recovery === null ? `not within ${String(watching / 1000)} s` : `${recovery.toFixed(1)} s`,
      target: `<= ${String(recoveryTarget)} s`,
      met: recovery !== null && recovery <= recoveryTarget,
    },
  ];
}

/** @returns seconds from the end of the fault to the last bad answer; null when they did not end */
async function untilWell(load: Load, ended: number): Promise<number | null> {
  for (;;) {
    await wait(500);
    const bad = load.samples.filter((sample) => sample.at + sample.took >= ended && isBad(sample));
    const last = Math.max(ended, ...bad.map(({ at, took }) => at + took));
    // Samples come a moment late.
    if (Date.now() - last > calm) return (last - ended) / 1000;
    if (Date.now() - ended > watching) return null;
  }
}

function isBad({ outcome }: Sample): boolean {
  return outcome !== "200";
}

function fairRows(samples: readonly Sample[]): Row[] {
  return [...new Set(samples.map(({ kind }) => kind))].map((kind) => {
    const own = samples.filter((sample) => sample.kind === kind);
    const { median, p95 } = summarise(own.map(({ took }) => took));
    const answers = answersOf(own.map(({ outcome }) => outcome));
    const figures = `${answers}; median ${milliseconds(median)}, p95 ${milliseconds(p95)}`;
    return { what: kind, figures, target: "all 200", met: !own.some(isBad) };
  });
}
