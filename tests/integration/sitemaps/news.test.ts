/** The news sitemap by the clock of the request. */
import { beforeEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { absoluteUrl } from "@/lib/urls";
import { aPublishedArticle } from "@/tests/factories/articles";
import { insertPublications } from "@/tests/factories/many-publications";
import { sitemapFaults } from "@/tests/fixtures/sitemap-schema";
import { ask, listed, locationsIn, xmlOf } from "./ask";

const path = "/news-sitemap.xml";
const start = new Date("2026-06-01T12:00:00.000Z");
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const hours = 3_600_000;

beforeEach(() => {
  setClock(start);
});

/** How often anybody wrote to the content, ever. */
async function writes(): Promise<number | undefined> {
  return (await sql<{ version: number }>("SELECT version FROM content_version"))[0]?.version;
}

describe("an article is news for 48 hours", () => {
  it.each([
    [-1_000, true],
    [-1, true],
    [0, false],
    [1, false],
    [1_000, false],
  ])("%d ms after them: %s", async (milliseconds, isNews) => {
    await aPublishedArticle({ slug: "boundary" }).catch(() => undefined);
    const written = await writes();
    setClock(later(48 * hours + milliseconds));
    expect(await listed(path)).toEqual(isNews ? ["/news/boundary"] : []);
    expect(await writes()).toBe(written);
  });

  it("which its validators tell, though nobody wrote anything", async () => {
    setClock(later(48 * hours - 1_000));
    const before = await ask(path);
    setClock(later(48 * hours));
    const headers = { "if-modified-since": before.headers.get("last-modified") ?? "" };
    const after = await ask(path, { headers });
    expect(after.status).toBe(200);
    expect(after.headers.get("last-modified")).toBe(later(48 * hours).toUTCString());
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
  });

  it("from its first publication on, whatever becomes of its text", async () => {
    await sql("UPDATE publication SET modified_at = $1", [later(47 * hours)]);
    setClock(later(48 * hours));
    expect(await listed(path)).toEqual([]);
    await sql("UPDATE publication SET modified_at = published_at");
  });

  it("not before its moment, and not without being listed by search engines", async () => {
    await aPublishedArticle({ slug: "planned" }, { visibleFrom: later(hours) });
    await aPublishedArticle({ slug: "hidden", noindex: true });
    await aPublishedArticle({ slug: "elsewhere", canonicalUrl: "https://elsewhere.example/x" });
    expect(await listed(path)).toEqual(["/news/boundary"]);
    setClock(later(hours));
    expect(await listed(path)).toEqual(["/news/planned", "/news/boundary"]);
  });
});

describe("what it tells", () => {
  it("of each: publication, language, first date and title", async () => {
    const title = `"Rest" & <sleep>: 'élan' 🙂 心理 | Mental Health Network`;
    await aPublishedArticle({ slug: "awkward", headline: title }, { visibleFrom: start });
    const xml = await xmlOf(path);
    expect(await sitemapFaults(xml)).toEqual([]);
    expect(xml).toContain(
      `<url><loc>${absoluteUrl("/news/awkward")}</loc><news:news><news:publication><news:name>Mental Health Network</news:name>` +
        `<news:language>en</news:language></news:publication><news:publication_date>${start.toISOString()}</news:publication_date>` +
        `<news:title>&quot;Rest&quot; &amp; &lt;sleep&gt;: &apos;élan&apos; 🙂 心理</news:title></news:news></url>`,
    );
  });
});

describe("more than a thousand", () => {
  it("stand in files of a thousand that an index names, and go again by themselves", async () => {
    const present = (await listed(path))?.length ?? 0;
    // One a minute: the oldest leave first.
    await insertPublications(1, 1_000 - present, start);
    const one = await xmlOf(path);
    expect(one).toContain("<urlset");
    expect(locationsIn(one)).toHaveLength(1_000);
    expect(await listed("/sitemaps/news-1.xml")).toHaveLength(1_000);
    expect((await ask("/sitemaps/news-2.xml")).status).toBe(404);

    await insertPublications(1_001 - present, 1_001 - present, start);
    const index = await xmlOf(path);
    expect(await sitemapFaults(index)).toEqual([]);
    expect(index).toContain("<sitemapindex");
    expect(locationsIn(index)).toEqual(["/sitemaps/news-1.xml", "/sitemaps/news-2.xml"]);
    const files = await Promise.all(locationsIn(index).map((location) => xmlOf(location)));
    expect(files.map((xml) => locationsIn(xml).length)).toEqual([1_000, 1]);
    expect(new Set(files.flatMap(locationsIn)).size).toBe(1_001);
    for (const xml of files) expect(await sitemapFaults(xml)).toEqual([]);

    const written = await writes();
    setClock(later(30 * 60_000 + 32 * hours));
    expect(await xmlOf(path)).toContain("<urlset");
    setClock(later(49 * hours));
    expect(await listed(path)).toEqual([]);
    expect(await listed("/sitemaps/news-1.xml")).toEqual([]);
    expect((await ask("/sitemaps/news-2.xml")).status).toBe(404);
    expect(await writes()).toBe(written);
  }, 60_000);
});
