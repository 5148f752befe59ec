/** Follows every link of the site, as a search engine would. */
import { ask, type Answer } from "./ask";

/** Something on a page that leads somewhere on this site. */
export type Reference = {
  /** Path and query. */
  address: string;
  /** The part after #, or null. */
  hash: string | null;
};

export type Crawl = {
  /** Everything that was asked for, by path and query. */
  answers: Map<string, Answer>;
  /** For each address, one page that leads to it. */
  foundOn: Map<string, string>;
  /** Every link with a hash, with the page it is on. */
  jumps: { from: string; to: string; hash: string }[];
};

/** Requests at the same time. */
const atOnce = 6;

/** @param home the site's own address, without a slash at the end; the crawl ends when nothing new is found */
export async function crawlSite(home: string, start: readonly string[]): Promise<Crawl> {
  const crawl: Crawl = { answers: new Map(), foundOn: new Map(start.map((address) => [address, "start"])), jumps: [] };
  const waiting = [...start];
  const visit = async (address: string): Promise<void> => {
    const answer = await ask(home + address);
    crawl.answers.set(address, answer);
    for (const { address: next, hash } of referencesIn(answer, home, address)) {
      if (hash !== null) crawl.jumps.push({ from: address, to: next, hash });
      if (crawl.foundOn.has(next)) continue;
      crawl.foundOn.set(next, address);
      waiting.push(next);
    }
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, atOnce).map(visit));
  return crawl;
}

export function isPage({ headers }: Answer): boolean {
  return headers.get("content-type")?.startsWith("text/html") ?? false;
}

/** What an answer refers to on its own site: links, pictures, styles, scripts, forms, sitemap entries. */
function referencesIn(answer: Answer, home: string, address: string): Reference[] {
  const base = home + address;
  const values = isPage(answer) ? [...attributeValues(answer.text)] : [...locations(answer)];
  return values.flatMap((value) => {
    const url = URL.canParse(value, base) ? new URL(value, base) : null;
    if (url?.origin !== new URL(home).origin) return [];
    return [
      { address: url.pathname + url.search, hash: url.hash === "" ? null : decodeURIComponent(url.hash.slice(1)) },
    ];
  });
}

/** The pages are written by React, which escapes < and > in every value, so that their tags can be read by pattern. */
function* attributeValues(html: string): Generator<string> {
  for (const [tag] of html
    .replace(/<!--.*?-->/gs, "")
    .matchAll(/<(?:a|link|img|source|script|form|iframe|video|audio)\b[^>]*>/g)) {
    if (tag.startsWith("<link") && /\brel="(?:dns-prefetch|preconnect)"/.test(tag)) continue;
    for (const [, name = "", value = ""] of tag.matchAll(/\b(href|src|srcset|imagesrcset|action)="([^"]*)"/gi)) {
      const text = unescapeHtml(value);
      if (name.toLowerCase().endsWith("srcset"))
        yield* text.split(",").map((candidate) => candidate.trim().split(" ")[0] ?? "");
      else yield text;
    }
  }
  for (const [, content = ""] of html.matchAll(/<meta property="og:(?:image|url)" content="([^"]*)"/g))
    yield unescapeHtml(content);
}

/** The entries of sitemaps, and the sitemaps that robots.txt names. */
function* locations({ text, headers }: Answer): Generator<string> {
  const type = headers.get("content-type") ?? "";
  const entry = type.includes("xml")
    ? /<(?:image:)?loc>([^<]+)<\/(?:image:)?loc>/g
    : type.startsWith("text/plain")
      ? /^Sitemap: (\S+)$/gm
      : null;
  if (entry) for (const [, location = ""] of text.matchAll(entry)) yield unescapeHtml(location);
}

function unescapeHtml(text: string): string {
  const characters: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#x27": "'",
    "#39": "'",
    apos: "'",
  };
  return text.replace(/&(#?\w+);/g, (entity, name: string) => characters[name] ?? entity);
}
