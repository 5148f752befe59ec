/** Two revisions of the site, running side by side and measured in turn, so that a slow moment of the machine hits both. */
import { searchResultsPath } from "@/lib/urls";
import { requestsPerSecond } from "./load";
import { memoryOfWorkers } from "./memory";
import { searches } from "./queries";
import { browser, timeRequests } from "./requests";
import { ownEnvironment, prepareRevision, type Revision } from "./revisions";
import { startSite, type SiteProcess } from "./site-process";
import { printColumns, summarise } from "./statistics";

const articles = 2_000;
const rounds = 5;
const missesPerRound = 60;
const searchesPerRound = 20;
const firstPort = 3230;

type Side = { revision: Revision; site: SiteProcess; paths: string[]; figures: Map<string, number[]> };

/** @param names two revisions that git knows */
export async function compareRevisions(names: readonly [string, string]): Promise<void> {
  // One after the other: builds take all of a machine.
  const revisions = names.map((name) => prepareRevision(name, articles));
  const sides: Side[] = [];
  try {
    for (const [index, revision] of revisions.entries()) sides.push(await openSide(revision, firstPort + index));
    for (let round = 0; round < rounds; round += 1) {
      for (const side of sides) await measureSide(side, round);
    }
  } finally {
    for (const { site } of sides) await site.stop();
  }
  const [before, after] = sides;
  if (!before || !after) throw new Error("two revisions are needed");
  const rows = [...before.figures].map(([what, values]) => {
    const first = summarise(values).median;
    const second = summarise(after.figures.get(what) ?? []).median;
    return [what, first.toFixed(1), second.toFixed(1), (second / first).toFixed(2)];
  });
  const title = `Medians of ${String(rounds)} rounds at ${articles.toLocaleString("en")} articles, one core`;
  const [first, second] = names;
  printColumns(title, [["what", first, second, `${second} / ${first}`], ...rows]);
}

async function openSide(revision: Revision, port: number): Promise<Side> {
  const { root } = revision;
  const site = await startSite({ port, cacheMegabytes: 256, root, environment: ownEnvironment(root) });
  const sitemap = await (await fetch(`${site.base}/sitemaps/articles-1.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
  if (paths.length < articles) throw new Error(`${revision.name} knows ${String(paths.length)} articles only`);
  return { revision, site, paths, figures: new Map() };
}

async function measureSide({ site, paths, figures }: Side, round: number): Promise<void> {
  const note = (what: string, value: number): void => {
    figures.set(what, [...(figures.get(what) ?? []), value]);
  };
  const [lead = "/"] = paths;
  const from = 1 + round * missesPerRound;
  const missed = paths.slice(from, from + missesPerRound).map((path) => ({ path, headers: browser }));
  note("article, miss, ms", (await timeRequests(site.base, missed)).median);
  const asked = searches.slice(0, searchesPerRound).map((q) => ({
    path: searchResultsPath({ q: `${q} -${"abcdefghij".charAt(round)}xq` }),
    headers: browser,
  }));
  note("search, uncached, ms", (await timeRequests(site.base, asked)).median);
  const answer = await fetch(site.base + lead, { headers: browser });
  await answer.arrayBuffer();
  const known = { ...browser, "if-none-match": answer.headers.get("etag") ?? "" };
  const hit = { base: site.base, path: lead, headers: browser, status: 200 };
  note("article, hit, /s", await requestsPerSecond(hit));
  note("304, /s", await requestsPerSecond({ ...hit, headers: known, status: 304 }));
  note("404, /s", await requestsPerSecond({ ...hit, path: "/no-such-page", status: 404 }));
  note("memory of the worker, MB", (memoryOfWorkers(site.pid)[0] ?? NaN) / 1024 / 1024);
}
