/** A crawler that nobody here wrote follows the whole site. */
import { expect, test } from "@playwright/test";
import { LinkChecker, LinkState } from "linkinator";
import { ask } from "./ask";

test("no link is broken, and none leads to a redirect", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const home = baseURL ?? "";
  const listed = await addressesInSitemaps(home);
  expect(listed.length).toBeGreaterThan(100);
  const { links } = await new LinkChecker().check({
    path: [home, ...listed],
    recurse: true,
    redirects: "error",
    checkCss: true,
    checkFragments: true,
    concurrency: 8,
    retryErrors: false,
    timeout: 60_000,
    // There is no network; addresses that a browser only connects to early have no page.
    linksToSkip: (link) => Promise.resolve(!isOwn(link, home)),
  });
  const own = links.filter(({ url }) => isOwn(url, home));
  const broken = own.filter(({ state }) => state !== LinkState.OK);
  expect(broken.map(({ url, status, parent }) => `${String(status)} ${url}, found on ${parent ?? "nothing"}`)).toEqual(
    [],
  );
  const seen = new Set(own.map(({ url }) => new URL(url).pathname));
  expect(listed.filter((url) => !seen.has(new URL(url).pathname))).toEqual([]);
  expect(seen.size).toBeGreaterThan(listed.length);
});

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
