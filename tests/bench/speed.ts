/**
 * The whole site at one size of its archive, over HTTP: what comes from the page cache beside a plain node:http server and
 * nginx with the same bytes, and what has to be made: pages, searches, the desk's list, a publication.
 */
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { startSession } from "@/lib/auth/commands/sessions";
import { sealSessionToken, sessionCookie } from "@/lib/auth/next-auth";
import { sql } from "@/lib/db/pool";
import { deskArticlesPath } from "@/lib/desk-urls";
import { articlePath, searchResultsPath } from "@/lib/urls";
import { aDraft, testActor } from "@/tests/factories/articles";
import { requestsPerSecond, type Load } from "./load";
import { memoryOfWorkers } from "./memory";
import { startStaticNginx } from "./nginx-static";
import { searches } from "./queries";
import { browser, encodedBody, timeRequests, type Asked, type Timed } from "./requests";
import { startPinnedPlainServer, type ServerProcess, type SiteProcess } from "./site-process";
import { summarise, type Summary } from "./statistics";

const rounds = 5;
/** So many that what is measured is a process that has been running for a while. */
const misses = 1_200;
const searchesAsked = 400;
const listsAsked = 60;
const publications = 40;
/** Milliseconds between two looks of a reader at an article that is being published. */
const look = 2;

/** Requests a second, and how they compare in the same rounds. */
export type Rate = { rate: number; ofPlain: number; ofNginx: number | null };

export type Speed = {
  hit: Rate;
  notModified: Rate;
  missing: Rate;
  /** Pages that nobody has asked for yet, one after the other. */
  missAlone: Timed;
  missTogether: Timed;
  searchAlone: Timed;
  searchTogether: Timed;
  deskList: Timed;
  /** Milliseconds from the verb's call to an anonymous reader's page, on an instance that hears of it by notification. */
  published: Summary;
  /** Resident bytes of the worker. */
  memory: { before: number; after: number };
};

/** @param site runs with a page cache on one core, on a database that queryDatabase() points at */
export async function measureSpeed(site: SiteProcess): Promise<Speed> {
  const before = workerMemory(site);
  const [lead = "/", ...articles] = await someArticles(misses + 1);
  const alone = articles.slice(0, misses / 3).map((path) => ({ path, headers: browser }));
  const together = articles.slice(alone.length).map((path) => ({ path, headers: browser }));
  const missAlone = await timeRequests(site.base, alone);
  const missTogether = await timeRequests(site.base, together, 4);
  const asked = differentSearches();
  const searchAlone = await timeRequests(site.base, asked.slice(0, searchesAsked / 2));
  const searchTogether = await timeRequests(site.base, asked.slice(searchesAsked / 2), 4);
  const cookie = await aDeskCookie();
  const lists = Array.from({ length: listsAsked }, () => ({ path: deskArticlesPath, headers: { cookie } }));
  await timeRequests(site.base, lists.slice(0, 10));
  const deskList = await timeRequests(site.base, lists);
  const published = await measurePublications(site);
  const rates = await measureRates(site, lead);
  const memory = { before, after: workerMemory(site) };
  return { ...rates, missAlone, missTogether, searchAlone, searchTogether, deskList, published, memory };
}

async function measureRates(site: SiteProcess, path: string): Promise<{ hit: Rate; notModified: Rate; missing: Rate }> {
  const answer = await fetch(site.base + path, { headers: browser });
  await answer.arrayBuffer();
  const body = await encodedBody(site.base + path);
  const plain = await startPinnedPlainServer(body, headersOfPage(answer.headers));
  const nginx = await startStaticNginx(body);
  const known = { ...browser, "if-none-match": answer.headers.get("etag") ?? "" };
  const loads = {
    hit: { base: site.base, path, headers: browser, status: 200 },
    notModified: { base: site.base, path, headers: known, status: 304 },
    missing: { base: site.base, path: "/no-such-page", headers: browser, status: 404 },
  };
  try {
    return await besides(loads, { plain, nginx });
  } finally {
    await plain.stop();
    await nginx?.stop();
  }
}

/** What says something of the page; a server adds the others itself. */
function headersOfPage(headers: Headers): Record<string, string> {
  const ofConnection = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];
  return Object.fromEntries([...headers].filter(([name]) => !ofConnection.includes(name)));
}

/** In each round everything is measured once, so that a slow moment of the machine hits all. */
async function besides<Name extends string>(
  loads: Record<Name, Load>,
  { plain, nginx }: { plain: ServerProcess; nginx: ServerProcess | null },
): Promise<Record<Name, Rate>> {
  const names = Object.keys(loads) as Name[];
  const measured: Record<string, { rate: number; ofPlain: number; ofNginx: number | null }[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    const ofPlain = await requestsPerSecond({ base: plain.base, path: "/", headers: browser, status: 200 });
    const ofNginx = nginx && (await requestsPerSecond({ base: nginx.base, path: "/", headers: browser, status: 200 }));
    for (const name of names) {
      const rate = await requestsPerSecond(loads[name]);
      (measured[name] ??= []).push({ rate, ofPlain: rate / ofPlain, ofNginx: ofNginx && rate / ofNginx });
    }
  }
  const median = (values: number[]): number => summarise(values).median;
  return Object.fromEntries(
    names.map((name) => {
      const all = measured[name] ?? [];
      const ofNginx = all.flatMap((one) => one.ofNginx ?? []);
      return [
        name,
        {
          rate: median(all.map(({ rate }) => rate)),
          ofPlain: median(all.map(({ ofPlain }) => ofPlain)),
          ofNginx: ofNginx.length > 0 ? median(ofNginx) : null,
        },
      ];
    }),
  ) as Record<Name, Rate>;
}

async function someArticles(count: number): Promise<string[]> {
  const rows = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY md5(p.id::text) LIMIT $1`,
    [count],
  );
  return rows.map(articlePath);
}

/** No two alike, or the second would be answered from memory; from many addresses, since one alone is held back. */
function differentSearches(): Asked[] {
  const words = searches.flatMap((text, index) => searches.slice(index + 1).map((other) => `${text} ${other}`));
  const texts = [...searches, ...words].slice(0, searchesAsked);
  return texts.map((q, index) => ({
    path: searchResultsPath({ q: `${q} -${"abcdefghij".charAt(index % 10)}xq` }),
    headers: { ...browser, "x-forwarded-for": `10.9.${String(index % 250)}.${String(Math.floor(index / 250))}` },
  }));
}

/** Of an editor who has just signed in. */
async function aDeskCookie(): Promise<string> {
  const [user] = await sql<{ id: number; tokenVersion: number }>(
    `INSERT INTO app_user (email, name, role) VALUES ('speed@example.org', 'Speed', 'editor')
     ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id, token_version AS "tokenVersion"`,
  );
  if (!user) throw new Error("no account");
  const { id: userId, tokenVersion } = user;
  const token = await startSession({ userId, tokenVersion, userAgent: "Bench", address: "::1" });
  return `${sessionCookie().name}=${await sealSessionToken(token)}`;
}

/** A reader looks all the time at an address that is not there yet, while it is published. */
async function measurePublications(site: SiteProcess): Promise<Summary> {
  const times: number[] = [];
  for (let round = 0; round < publications; round += 1) {
    const slug = `bench-${Date.now().toString(36)}-${String(round)}`;
    const { articleId, version } = await aDraft({ slug });
    const address = site.base + articlePath({ categorySlug: "news", slug });
    if ((await fetch(address)).status !== 404) throw new Error(`${address} is there already`);
    const started = performance.now();
    const publishing = publishArticle(testActor, { articleId, expectedVersion: version });
    while ((await fetch(address, { headers: browser })).status !== 200) {
      if (performance.now() - started > 10_000) throw new Error(`${address} does not appear`);
      await new Promise((resolve) => setTimeout(resolve, look));
    }
    times.push(performance.now() - started);
    await publishing;
  }
  return summarise(times);
}

function workerMemory({ pid }: SiteProcess): number {
  return memoryOfWorkers(pid)[0] ?? NaN;
}
