/** Server time of uncached reader pages, SQL statements a page, depth, and the ratio to a plain Node server. */
import autocannon from "autocannon";
import { sql } from "@/lib/db/pool";
import { articlePath, categoryPath, tagPath } from "@/lib/urls";
import { startPlainServer, type SiteProcess } from "./site-process";
import { milliseconds, summarise, type Row, type Summary } from "./statistics";

/** Pages of each kind that are asked for, one at a time. */
const samples = 80;
const renderTarget = 40;
const statementTarget = 12;
const depthTarget = 1.5;
const deepPage = 500;

type Measured = { render: Summary; statements: number; bytes: number };

/** @param site runs on a database that queryDatabase() points at */
export async function measureRendering(site: SiteProcess): Promise<Row[]> {
  const articles = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY md5(p.id::text) LIMIT $1`,
    [samples],
  );
  const tags = await sql<{ slug: string }>("SELECT slug FROM tag ORDER BY id");
  const categories = await sql<{ slug: string }>("SELECT slug FROM category ORDER BY id");
  const repeat = <T>(list: T[]): T[] => Array.from({ length: samples }, (_, index) => list[index % list.length] as T);
  const biggest = "growth-psychology";
  const kinds: Record<string, string[]> = {
    home: repeat(["/"]),
    category: repeat(categories.map(({ slug }) => categoryPath(slug))),
    tag: repeat(tags.map(({ slug }) => tagPath(slug))),
    article: articles.map(articlePath),
  };
  await warmUp(
    site,
    // The compiler of hot code needs some hundred pages to settle.
    Object.values(kinds).flat(),
  );
  const rows: Row[] = [];
  for (const [kind, paths] of Object.entries(kinds)) {
    const measured = await measure(site, paths);
    rows.push(renderRow(kind, measured), statementRow(kind, measured));
  }
  rows.push(await depthRow(site, biggest));
  rows.push(...(await ratioRows(site, kinds)));
  return rows;
}

async function warmUp(site: SiteProcess, paths: string[]): Promise<void> {
  for (const path of paths) await (await fetch(site.base + path)).arrayBuffer();
}

async function measure(site: SiteProcess, paths: string[]): Promise<Measured> {
  const renders: number[] = [];
  let statements = 0;
  let bytes = 0;
  for (const path of paths) {
    const response = await fetch(site.base + path);
    bytes = Math.max(bytes, (await response.arrayBuffer()).byteLength);
    if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
    const timing = response.headers.get("server-timing") ?? "";
    renders.push(Number(/render;dur=([\d.]+)/.exec(timing)?.[1]));
    statements = Math.max(statements, Number(/sql;[^,]*desc="(\d+)"/.exec(timing)?.[1]));
  }
  return { render: summarise(renders), statements, bytes };
}

function renderRow(kind: string, { render }: Measured): Row {
  return {
    what: `${kind}, uncached server time`,
    figures: `median ${milliseconds(render.median)}, p95 ${milliseconds(render.p95)}`,
    target: `p95 <= ${String(renderTarget)} ms`,
    met: render.p95 <= renderTarget,
  };
}

function statementRow(kind: string, { statements }: Measured): Row {
  const target = `<= ${String(statementTarget)}`;
  return {
    what: `${kind}, SQL statements`,
    figures: `${String(statements)} at most`,
    target,
    met: statements <= statementTarget,
  };
}

/** Pages are asked for in turn, so that a slow moment of the machine hits both. */
async function depthRow(site: SiteProcess, slug: string): Promise<Row> {
  const first: number[] = [];
  const deep: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    first.push((await measure(site, [categoryPath(slug)])).render.median);
    deep.push((await measure(site, [categoryPath(slug, deepPage)])).render.median);
  }
  const ratio = summarise(deep).median / summarise(first).median;
  return {
    what: `category page ${String(deepPage)} / page 1`,
    figures: `${ratio.toFixed(2)} (${milliseconds(summarise(deep).median)} / ${milliseconds(summarise(first).median)})`,
    target: `<= ${String(depthTarget)}`,
    met: ratio <= depthTarget,
  };
}

/** Requests a second against a plain node:http server with the same compressed bytes, in turn. */
async function ratioRows(site: SiteProcess, kinds: Record<string, string[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, paths] of Object.entries(kinds)) {
    const response = await fetch(site.base + (paths[0] ?? "/"), { headers: { "accept-encoding": "identity" } });
    const body = Buffer.from(await response.arrayBuffer());
    const plain = await startPlainServer(body, { "Content-Type": "text/html; charset=utf-8" });
    const ratios: number[] = [];
    let own = 0;
    for (let round = 0; round < 3; round += 1) {
      const reference = await requestsPerSecond(plain.base, ["/"]);
      own = await requestsPerSecond(site.base, paths);
      ratios.push(own / reference);
    }
    plain.server.close();
    const ratio = summarise(ratios).median;
    rows.push({
      what: `${kind}, uncached / plain Node server`,
      figures: `${ratio.toFixed(4)} (${own.toFixed(0)}/s)`,
      target: "",
      met: null,
    });
  }
  return rows;
}

async function requestsPerSecond(base: string, paths: string[]): Promise<number> {
  const result = await autocannon({
    url: base,
    connections: 4,
    duration: 3,
    requests: paths.map((path) => ({ path, headers: { "accept-encoding": "identity" } })),
  });
  if (result.non2xx > 0) throw new Error(`${base}: ${String(result.non2xx)} answers were not 2xx`);
  return result.requests.average;
}
