/**
 * `npm run bench`: the figures that the project promises, measured on this machine, as tables with medians. Machines are
 * noisy: quote medians and ratios. `npm run bench -- speed files render consistency search newsroom sitemaps typing weight
 * lighthouse` runs a part (`speed 2000` at one size only); `soak [minutes] [articles]`, `compare <revision> <revision>` and
 * `--faults`, which lets things go wrong, run only when they are asked for.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { disconnect } from "@/lib/db/client";
import type { EmbeddedDatabase } from "@/lib/db/embedded/server";
import { sql } from "@/lib/db/pool";
import { articlePath } from "@/lib/urls";
import { compareRevisions } from "./compare";
import { measureConsistency } from "./consistency";
import { databaseOf, emptyDatabase, migratedDatabase, restartBenchDatabase, startBenchDatabase } from "./databases";
import { measureFaults } from "./faults/faults";
import { measureTyping } from "./editor-typing";
import { measureLibrary } from "./library";
import { runLighthouse } from "./lighthouse";
import { loadClient } from "./load";
import { measureNewsroom } from "./newsroom";
import { measurePageFiles } from "./page-files";
import { measureRelated, measureSearch } from "./queries";
import { measureRendering } from "./render";
import { onDatabase, startSite, type SiteProcess } from "./site-process";
import { measureSitemaps, writeArchive } from "./sitemaps";
import { soak } from "./soak";
import { measureSpeed, type Speed } from "./speed";
import { printSpeed } from "./speed-table";
import { printTable } from "./statistics";
import { weigh, weightRows } from "./weight";

const [first, ...others] = process.argv.slice(2);
const parts = new Set(first === undefined ? [] : [first, ...others]);
const runs = (part: string): boolean => parts.size === 0 || parts.has(part);
const port = 3220;
const dataDirectory = path.resolve(".cache/bench");
/** Of usual length; and the longest of the sample. */
const usual = articlePath({ categorySlug: "growth-psychology", slug: "how-therapy-ends" });
const longest = articlePath({ categorySlug: "growth-psychology", slug: "what-happens-during-therapy-sessions" });
/** Articles of the archives at which the whole site is measured: those that were said, or all three. */
const said = [first ?? "", ...others].map(Number).filter((number) => number > 0);
const sizes = said.length > 0 ? said : [2_000, 10_000, 100_000];

const everyPart = {
  speed: speedPart,
  files: filesPart,
  render: renderPart,
  consistency: consistencyPart,
  search: searchPart,
  newsroom: newsroomPart,
  sitemaps: sitemapsPart,
  typing: typingPart,
};

if (first === "compare") {
  const [before, after = "HEAD"] = others;
  if (before === undefined) throw new Error("Say two revisions: npm run bench -- compare main~1 main");
  await compareRevisions([before, after]);
} else {
  await measure();
}

async function measure(): Promise<void> {
  const server = await startBenchDatabase();
  try {
    await measureParts(server);
  } finally {
    await disconnect();
    await server.stop();
  }
}

async function measureParts(server: EmbeddedDatabase): Promise<void> {
  if (first === "soak") await soakPart(server, Number(others[0] ?? 10), Number(others[1] ?? 2_000));
  for (const [part, measurePart] of Object.entries(everyPart)) if (runs(part)) await measurePart(server);
  if (runs("weight") || runs("lighthouse")) await browserPart(server);
  if (parts.has("--faults")) await faultsPart(server);
}

async function consistencyPart(server: EmbeddedDatabase): Promise<void> {
  printTable("What readers see while writers publish", await measureConsistency(await emptyDatabase(server)));
}

async function typingPart(): Promise<void> {
  printTable("Typing in the editor of the desk", await measureTyping());
}

/** A site with a page cache on a database, for as long as it is measured. */
async function onSite<Result>(
  databaseUrl: string,
  work: (site: SiteProcess) => Promise<Result>,
  cacheMegabytes = 256,
): Promise<Result> {
  const site = await startSite({ port, cacheMegabytes, environment: onDatabase(databaseUrl, dataDirectory) });
  try {
    return await work(site);
  } finally {
    await site.stop();
  }
}

async function speedPart(server: EmbeddedDatabase): Promise<void> {
  const measured: [number, Speed][] = [];
  for (const articles of sizes) {
    // What readers of an earlier run asked for would be made before anybody asks, and no page would be missing.
    await rm(path.join(dataDirectory, "hot-pages.json"), { force: true });
    measured.push([articles, await onSite(await databaseOf(server, articles), measureSpeed)]);
  }
  printSpeed(`The whole site, one worker on one core, load by ${loadClient}`, measured);
}

async function filesPart(server: EmbeddedDatabase): Promise<void> {
  const rows = await measurePageFiles(await databaseOf(server, 2_000), port, dataDirectory);
  printTable(`Page files, nginx on one core, load by ${loadClient}`, rows);
}

/** @param articles the figures of other systems that it is compared with were taken at 2,000 */
async function soakPart(server: EmbeddedDatabase, minutes: number, articles: number): Promise<void> {
  const rows = await onSite(await databaseOf(server, articles), (site) => soak(site, minutes));
  printTable(`Mixed load for ${String(minutes)} minutes at ${articles.toLocaleString("en")} articles`, rows);
}

async function renderPart(server: EmbeddedDatabase): Promise<void> {
  const rows = await onSite(await databaseOf(server, 10_000), measureRendering, 0);
  printTable("Rendering at 10,000 articles, one core, one request at a time", rows);
}

async function searchPart(server: EmbeddedDatabase): Promise<void> {
  await databaseOf(server, 100_000);
  printTable("Queries at 100,000 articles", [await measureSearch(), await measureRelated()]);
}

async function newsroomPart(server: EmbeddedDatabase): Promise<void> {
  await databaseOf(server, 100_000);
  printTable("The desk's queries at 100,000 articles", await measureNewsroom());
  await migratedDatabase(server, "library");
  printTable("The desk's queries at 50,000 pictures and 20,000 tags", await measureLibrary());
}

async function sitemapsPart(server: EmbeddedDatabase): Promise<void> {
  const url = await migratedDatabase(server, "sitemaps");
  await writeArchive();
  printTable("Sitemaps at 1,000,000 articles", await onSite(url, measureSitemaps));
}

async function browserPart(server: EmbeddedDatabase): Promise<void> {
  await onSite(await sampleDatabase(server), async (site) => {
    const pages = { home: site.base, article: site.base + usual, "longest article": site.base + longest };
    if (runs("weight")) {
      for (const [name, address] of Object.entries(pages))
        printTable(`Weight of ${name}`, weightRows(name, await weigh(address)));
    }
    if (runs("lighthouse")) {
      for (const [name, address] of Object.entries(pages)) {
        printTable(`Lighthouse, mobile, ${name}`, await runLighthouse(name, address));
      }
    }
  });
}

async function faultsPart(server: EmbeddedDatabase): Promise<void> {
  const databaseUrl = await databaseOf(server, 2_000);
  const restartPostgres = (): Promise<void> => restartBenchDatabase(Number(new URL(server.url).port));
  await measureFaults({ databaseUrl, port, dataDirectory, restartPostgres });
}

/** The sample content with its pictures. */
async function sampleDatabase(server: EmbeddedDatabase): Promise<string> {
  const { seed } = await import("@/prisma/seed/seed");
  const url = await migratedDatabase(server, "sample");
  const [row] = await sql<{ articles: number }>("SELECT count(*) AS articles FROM article");
  if (row?.articles === 0) await seed();
  return url;
}
