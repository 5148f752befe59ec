/**
 * `npm run bench`: the figures that the project promises, measured on this machine, as tables with medians. Machines are
 * noisy: quote medians and ratios. `npm run bench -- render cache search newsroom sitemaps typing
 * weight lighthouse` runs a part; `npm run bench -- --faults` lets things go wrong, and runs only when it is asked for.
 */
import path from "node:path";
import { disconnect } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { articlePath } from "@/lib/urls";
import { measureCache, measureConsistency } from "./cache";
import { databaseOf, emptyDatabase, migratedDatabase, restartBenchDatabase, startBenchDatabase } from "./databases";
import { measureLibrary } from "./library";
import { measureFaults } from "./faults/faults";
import { measureTyping } from "./editor-typing";
import { runLighthouse } from "./lighthouse";
import { measureNewsroom } from "./newsroom";
import { measureRelated, measureSearch } from "./queries";
import { measureRendering } from "./render";
import { startSite } from "./site-process";
import { measureSitemaps, writeArchive } from "./sitemaps";
import { printTable } from "./statistics";
import { weigh, weightRows } from "./weight";

const given = process.argv.slice(2);
const withFaults = given.includes("--faults");
const parts = new Set(given.filter((part) => part !== "--faults"));
const runs = (part: string): boolean => (parts.size === 0 && !withFaults) || parts.has(part);
const port = 3220;
const dataDirectory = path.resolve(".cache/bench");
const lead = articlePath({ categorySlug: "growth-psychology", slug: "what-happens-during-therapy-sessions" });

const server = await startBenchDatabase();
try {
  if (runs("render")) await renderPart();
  if (runs("cache")) await cachePart();
  if (runs("search")) await searchPart();
  if (runs("newsroom")) await newsroomPart();
  if (runs("sitemaps")) await sitemapsPart();
  if (runs("typing")) printTable("Typing in the editor of the desk", await measureTyping());
  if (runs("weight") || runs("lighthouse")) await browserPart();
  if (withFaults) await faultsPart();
} finally {
  await disconnect();
  await server.stop();
}

async function renderPart(): Promise<void> {
  const url = await databaseOf(server, 10_000);
  const site = await startSite({ databaseUrl: url, port, dataDirectory, cacheMegabytes: 0 });
  try {
    printTable("Rendering at 10,000 articles, one core, one request at a time", await measureRendering(site));
  } finally {
    await site.stop();
  }
}

async function cachePart(): Promise<void> {
  const url = await databaseOf(server, 10_000);
  const site = await startSite({ databaseUrl: url, port, dataDirectory, cacheMegabytes: 256 });
  try {
    printTable("The page cache at 10,000 articles, one core", await measureCache(site));
  } finally {
    await site.stop();
  }
  printTable("What readers see while writers publish", await measureConsistency(await emptyDatabase(server)));
}

async function searchPart(): Promise<void> {
  await databaseOf(server, 100_000);
  printTable("Queries at 100,000 articles", [await measureSearch(), await measureRelated()]);
}

async function newsroomPart(): Promise<void> {
  await databaseOf(server, 100_000);
  printTable("The desk's queries at 100,000 articles", await measureNewsroom());
  await migratedDatabase(server, "library");
  printTable("The desk's queries at 50,000 pictures and 20,000 tags", await measureLibrary());
}

async function sitemapsPart(): Promise<void> {
  const url = await migratedDatabase(server, "sitemaps");
  await writeArchive();
  const site = await startSite({ databaseUrl: url, port, dataDirectory, cacheMegabytes: 256 });
  try {
    printTable("Sitemaps at 1,000,000 articles", await measureSitemaps(site));
  } finally {
    await site.stop();
  }
}

async function browserPart(): Promise<void> {
  const url = await sampleDatabase();
  const site = await startSite({ databaseUrl: url, port, dataDirectory, cacheMegabytes: 256 });
  try {
    const pages = { home: site.base, article: site.base + lead };
    if (runs("weight")) {
      for (const [name, address] of Object.entries(pages))
        printTable(`Weight of ${name}`, weightRows(name, await weigh(address)));
    }
    if (runs("lighthouse")) {
      for (const [name, address] of Object.entries(pages)) {
        printTable(`Lighthouse, mobile, ${name}`, await runLighthouse(name, address));
      }
    }
  } finally {
    await site.stop();
  }
}

async function faultsPart(): Promise<void> {
  const databaseUrl = await databaseOf(server, 2_000);
  const restartPostgres = (): Promise<void> => restartBenchDatabase(Number(new URL(server.url).port));
  await measureFaults({ databaseUrl, port, dataDirectory, restartPostgres });
}

/** The sample content with its pictures. */
async function sampleDatabase(): Promise<string> {
  const { seed } = await import("@/prisma/seed/seed");
  const url = await migratedDatabase(server, "sample");
  const [row] = await sql<{ articles: number }>("SELECT count(*) AS articles FROM article");
  if (row?.articles === 0) await seed();
  return url;
}
