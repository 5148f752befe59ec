/** The sitemap of a million articles: how soon a full file starts, how long it takes, and what the process needs for it. */
import { request as httpRequest } from "node:http";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { sql } from "@/lib/db/pool";
import { sitemapFileSize } from "@/lib/seo/sitemap-xml";
import { sitemapFilePath, sitemapIndexPath } from "@/lib/urls";
import { insertPublications } from "@/tests/factories/many-publications";
import { memoryOf } from "./memory";
import type { SiteProcess } from "./site-process";
import { milliseconds, summarise, type Row } from "./statistics";

const archive = 1_000_000;
const portion = 100_000;
const rounds = 5;
const startTarget = 200;
const endTarget = 3_000;
/** Bytes. */
const growthTarget = 50 * 1024 * 1024;
/** A file in the middle of the archive. */
const file = sitemapFilePath(`articles-${String(archive / sitemapFileSize / 2)}`);

/** Fills the database that queryDatabase() points at; nothing is done when it is full. */
export async function writeArchive(): Promise<void> {
  const [row] = await sql<{ last: number | null }>("SELECT max(substr(slug, 6)::int) AS last FROM publication");
  for (let from = (row?.last ?? 0) + 1; from <= archive; from += portion) {
    await insertPublications(from, Math.min(archive, from + portion - 1), new Date(Date.UTC(2026, 9, 31, 12)));
  }
}

/** @param site runs on a database that writeArchive() has filled */
export async function measureSitemaps(site: SiteProcess): Promise<Row[]> {
  const rows: Row[] = [];
  for (const encoding of ["identity", "gzip"]) {
    await download(site, encoding);
    const before = memoryOf(site.pid);
    const downloads: Download[] = [];
    for (let round = 0; round < rounds; round += 1) downloads.push(await download(site, encoding));
    rows.push(...downloadRows(encoding, downloads), growthRow(encoding, downloads, before));
  }
  const index: number[] = [];
  for (let round = 0; round < rounds; round += 1) index.push((await download(site, "gzip", sitemapIndexPath)).end);
  const { median, max } = summarise(index);
  const figures = `median ${milliseconds(median)}, at most ${milliseconds(max)}`;
  return [...rows, { what: "index", figures, target: "", met: null }];
}

type Download = {
  /** Milliseconds until the first address could be read. */
  start: number;
  end: number;
  urls: number;
  /** Resident bytes of the site's process, at most, while it wrote. */
  peak: number;
};

/** Reads a file as fast as it comes. */
async function download(site: SiteProcess, encoding: string, path = file): Promise<Download> {
  const started = performance.now();
  let [start, urls, peak] = [NaN, 0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(site.pid));
  }, 10);
  for await (const chunk of await get(site.base + path, encoding)) {
    urls += chunk.split("<url>").length - 1;
    if (Number.isNaN(start) && urls > 0) start = performance.now() - started;
  }
  clearInterval(watch);
  return { start, end: performance.now() - started, urls, peak: Math.max(peak, memoryOf(site.pid)) };
}

/** Lines of an answer, read as it comes. */
async function get(address: string, encoding: string): Promise<AsyncIterable<string>> {
  const response = await new Promise<Readable>((resolve, reject) => {
    httpRequest(address, { headers: { "accept-encoding": encoding } }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`${address}: ${String(answer.statusCode)}`));
    })
      .on("error", reject)
      .end();
  });
  const plain = encoding === "gzip" ? response.pipe(createGunzip()) : response;
  // Latin 1 keeps a byte a character, so that no character is cut in two.
  return plain.setEncoding("latin1");
}

function downloadRows(encoding: string, downloads: Download[]): Row[] {
  const urls = new Set(downloads.map((one) => one.urls));
  const [least = 0, ...others] = [...urls];
  // Postgres may leave out some ids (sequences, after a crash); more than a few, and this is no full file.
  if (others.length > 0 || least < sitemapFileSize - 100 || least > sitemapFileSize)
    throw new Error(`${[...urls].join(", ")} addresses in a full file`);
  const [start, end] = [summarise(downloads.map((one) => one.start)), summarise(downloads.map((one) => one.end))];
  const figures = ({ median, max }: typeof start): string =>
    `median ${milliseconds(median)}, at most ${milliseconds(max)}`;
  const what = `50,000 addresses, ${encoding}`;
  return [
    {
      what: `${what}: first one`,
      figures: figures(start),
      target: `< ${String(startTarget)} ms`,
      met: start.median < startTarget,
    },
    {
      what: `${what}: whole file`,
      figures: figures(end),
      target: `< ${String(endTarget)} ms`,
      met: end.median < endTarget,
    },
  ];
}

function growthRow(encoding: string, downloads: Download[], before: number): Row {
  const growth = Math.max(...downloads.map((one) => one.peak)) - before;
  return {
    what: `50,000 addresses, ${encoding}: growth of the process over ${String(rounds)} files`,
    figures: `${(growth / 1024 / 1024).toFixed(1)} MB, from ${(before / 1024 / 1024).toFixed(0)} MB`,
    target: `< ${String(growthTarget / 1024 / 1024)} MB`,
    met: growth < growthTarget,
  };
}
