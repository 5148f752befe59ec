/** A crawler that nobody here wrote follows the whole site. */
import { expect, test } from "@playwright/test";
import { LinkChecker, LinkState, type LinkResult } from "linkinator";
import { ask } from "./ask";

/** Requests at the same time. The crawler asks for every link of a page at once, whatever its option says. */
const atOnce = 6;

test("no link is broken, and none leads to a redirect", async ({ baseURL }) => {
  test.setTimeout(1_800_000);
  const home = baseURL ?? "";
  const listed = await addressesInSitemaps(home);
  expect(listed.length).toBeGreaterThan(100);
  const links = await crawl(home, listed);
  const own = links.filter(({ url }) => isOwn(url, home));
  const broken = own.filter(({ state }) => state !== LinkState.OK);
  expect(broken.map(describe)).toEqual([]);
  const seen = new Set(own.map(({ url }) => new URL(url).pathname));
  expect(listed.filter((url) => !seen.has(new URL(url).pathname))).toEqual([]);
  expect(seen.size).toBeGreaterThan(listed.length);
});

async function crawl(home: string, listed: readonly string[]): Promise<LinkResult[]> {
  const checker = new LinkChecker();
  const asking = new Set<string>();
  const waiting: (() => void)[] = [];
  checker.on("link", ({ url }) => {
    if (asking.delete(url)) waiting.shift()?.();
  });
  const { links } = await checker.check({
    path: [home, ...listed],
    recurse: true,
    redirects: "error",
    checkCss: true,
    checkFragments: true,
    timeout: 60_000,
    // Addresses end without a slash and are no folders: "#text" on /news is /news#text.
    cleanUrls: true,
    // There is no network: other sites are left out. What is ours waits here for its turn.
    linksToSkip: async (link) => {
      if (!isOwn(link, home)) return true;
      while (asking.size >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      asking.add(link);
      return false;
    },
  });
  return links;
}

function describe({ url, status, parent, failureDetails }: LinkResult): string {
  const reason = failureDetails?.find((detail) => detail instanceof Error)?.message ?? "";
  return `${String(status)} ${url}, found on ${parent ?? "nothing"} ${reason}`;
}

function isOwn(link: string, home: string): boolean {
  return URL.canParse(link) && new URL(link).origin === new URL(home).origin;
}

/** Every address that the sitemaps list, by the files that their index names. */
async function addressesInSitemaps(home: string): Promise<string[]> {
  const locations = async (path: string): Promise<string[]> =>
    [...(await ask(home + path)).text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => location);
  const files = await locations("/sitemap.xml");
  const all = await Promise.all(files.map((file) => locations(new URL(file).pathname)));
  return [...new Set(all.flat())].map((location) => home + new URL(location).pathname);
}
