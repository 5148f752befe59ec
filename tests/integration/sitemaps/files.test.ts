/** What the sitemap names, and what it never names. */
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { setClock } from "@/lib/clock";
import { runWithRequest, type RequestContext } from "@/lib/request-context";
import { database } from "@/lib/db/client";
import { createPage } from "@/lib/pages/commands";
import { absoluteUrl, mediaVariant } from "@/lib/urls";
import { updateCategory } from "@/lib/taxonomy/category-commands";
import { aCategory, aDesk, aDraft, aPublishedArticle, aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aMedia, picturesIn } from "@/tests/factories/media";
import { sitemapFaults } from "@/tests/fixtures/sitemap-schema";
import { ask, listed, locationsIn, xmlOf } from "./ask";

const articles = "/sitemaps/articles-1.xml";
const at = (hour: number, minute = 0, second = 0) => new Date(Date.UTC(2026, 5, 1, hour, minute, second));

beforeEach(() => {
  setClock(at(8));
});

describe("before anything was published", () => {
  it("the index names the pages alone, and files without entries are missing", async () => {
    const index = await xmlOf("/sitemap.xml");
    expect(locationsIn(index)).toEqual(["/sitemaps/pages.xml"]);
    expect(await sitemapFaults(index)).toEqual([]);
    expect(await listed("/sitemaps/pages.xml")).toEqual(["/", "/sitemap"]);
    for (const name of ["articles-1", "categories", "tags", "authors"]) {
      expect((await ask(`/sitemaps/${name}.xml`)).status, name).toBe(404);
    }
  });
});

describe("articles", () => {
  it("are named while they are visible, indexable and canonical here", async () => {
    const categoryId = await aCategory("news");
    const [a, b] = [await aTag("rest"), await aTag("sleep")];
    await aPublishedArticle({ slug: "seen", categoryId, tagIds: [a] });
    await aPublishedArticle({ slug: "own-canonical", canonicalUrl: absoluteUrl("/news/own-canonical") });
    await aPublishedArticle({ slug: "foreign-canonical", canonicalUrl: "https://elsewhere.example/x", tagIds: [b] });
    await aPublishedArticle({ slug: "other-canonical", canonicalUrl: absoluteUrl("/news/seen") });
    await aPublishedArticle({ slug: "hidden", noindex: true });
    await aPublishedArticle({ slug: "planned" }, { visibleFrom: at(9) });
    await aPublishedArticle({ slug: "ending" }, { visibleUntil: at(10) });
    await aDraft({ slug: "draft" });
    const withdrawn = await aPublishedArticle({ slug: "withdrawn" });
    const { articleId, version: expectedVersion } = withdrawn;
    await withdrawArticle(testActor, { articleId, expectedVersion, reason: "It was wrong." });

    expect(await listed(articles)).toEqual(["/news/seen", "/news/own-canonical", "/news/ending"]);
    setClock(at(9));
    expect(await listed(articles)).toEqual(["/news/seen", "/news/own-canonical", "/news/planned", "/news/ending"]);
    setClock(at(10));
    expect(await listed(articles)).toEqual(["/news/seen", "/news/own-canonical", "/news/planned"]);
  }, 60_000);

  it("come with cover and pictures, each once, in their widest JPEG", async () => {
    const [cover, first, second] = [await aMedia(), await aMedia(), await aMedia()];
    const reference = await aPublishedArticle({
      slug: "illustrated",
      coverId: cover,
      coverAlt: "A path",
      body: picturesIn(first, cover, second),
    });
    const media = await database().media.findMany({ where: { id: { in: [cover, first, second] } } });
    const addresses = [cover, first, second].map((id) => {
      const row = media.find((one) => one.id === id);
      return absoluteUrl(mediaVariant(row?.key ?? "", 64, "jpg"));
    });
    const xml = await xmlOf(articles);
    const [, entry = ""] = /<loc>[^<]*\/illustrated<\/loc>(.*)<\/url>/.exec(xml) ?? [];
    expect([...entry.matchAll(/<image:loc>([^<]*)</g)].map(([, location]) => location)).toEqual(addresses);
    expect(await sitemapFaults(xml)).toEqual([]);
    expect(reference.slug).toBe("illustrated");
  });

  it("are told with their date, which the index tells of the file", async () => {
    setClock(at(11));
    await aPublishedArticle({ slug: "dated" });
    setClock(at(12));
    expect(await xmlOf(articles)).toContain(`/news/dated</loc><lastmod>${at(11).toISOString()}</lastmod></url>`);
    expect(await xmlOf("/sitemap.xml")).toContain(
      `<loc>${absoluteUrl(articles)}</loc><lastmod>${at(11).toISOString()}</lastmod>`,
    );
  });

  it("the index tells when an article left a file, and when its addresses changed", async () => {
    await aPublishedArticle({ slug: "leaves" }, { visibleUntil: at(14) });
    const told = async () => /articles-1\.xml<\/loc><lastmod>([^<]*)/.exec(await xmlOf("/sitemap.xml"))?.[1];
    setClock(at(14, 0, 1));
    expect(await told()).toBe(at(14).toISOString());
    setClock(at(15));
    const { id, version } = await database().category.findUniqueOrThrow({ where: { slug: "news" } });
    const category = { slug: "latest", name: "Latest", description: "", parentId: null };
    await updateCategory(testActor, { id, expectedVersion: version, category });
    expect(await told()).toBe(at(15).toISOString());
    expect(await listed(articles)).toContain("/latest/seen");
    expect(await listed(articles)).not.toContain("/latest/own-canonical");
  });
});

describe("lists and pages", () => {
  it("name what has a page that may be listed", async () => {
    setClock(at(16));
    await aCategory("empty");
    await aTag("unused");
    await aDesk("never-signs");
    const page = { title: "A page", excerpt: "", body: paragraphs("Words."), seoDescription: null };
    await createPage(testActor, { ...page, slug: "about-us", noindex: false });
    await createPage(testActor, { ...page, slug: "thank-you", noindex: true });
    expect(await listed("/sitemaps/categories.xml")).toEqual(["/latest"]);
    expect(await listed("/sitemaps/tags.xml")).toEqual(["/tag/rest", "/tag/sleep"]);
    expect(await listed("/sitemaps/authors.xml")).toEqual(["/author/the-editors"]);
    expect(await listed("/sitemaps/pages.xml")).toEqual(["/", "/sitemap", "/about-us"]);
    expect(await listed("/sitemap.xml")).toEqual(
      ["articles-1", "categories", "tags", "authors", "pages"].map((name) => `/sitemaps/${name}.xml`),
    );
    for (const name of ["categories", "tags", "authors", "pages"]) {
      expect(await sitemapFaults(await xmlOf(`/sitemaps/${name}.xml`)), name).toEqual([]);
    }
  });

  it.each([
    ...["articles-0.xml", "articles-2.xml", "articles-01.xml", "articles-99999.xml", "articles-100000.xml"],
    ...[
      "articles.xml",
      "tags-1.xml",
      "tags-2.xml",
      "news-0.xml",
      "news-2.xml",
      "constructor.xml",
      "tags",
      "tags.xml.gz",
    ],
  ])("there is no file %s", async (name) => {
    expect((await ask(`/sitemaps/${name}`)).status).toBe(404);
  });
});

// Each on a day of its own: what the one before published must not lie in the future.
describe.each([
  ["/sitemap.xml", 1],
  [articles, 2],
  ["/sitemaps/pages.xml", 3],
  ["/news-sitemap.xml", 4],
])("validators of %s", (path, day) => {
  const hour = 24 * day;
  const headersOf = ({ headers }: Response) => ({
    etag: headers.get("etag") ?? "",
    lastModified: headers.get("last-modified") ?? "",
  });

  it("spare who has the present state", async () => {
    setClock(at(hour));
    const first = await ask(path);
    const { etag, lastModified } = headersOf(first);
    expect(first.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(new Date(lastModified).getTime()).toBeLessThanOrEqual(at(hour).getTime());
    for (const condition of [
      ["if-none-match", etag],
      ["if-modified-since", lastModified],
    ] as const) {
      const again = await ask(path, { headers: { [condition[0]]: condition[1] } });
      expect(again.status).toBe(304);
      expect(headersOf(again)).toEqual({ etag, lastModified });
      expect(await again.text()).toBe("");
    }
  });

  it("change with a publication, and with the moment of one that was planned", async () => {
    setClock(at(hour + 1));
    await aPublishedArticle({ slug: `planned-for-${path.replace(/\W+/g, "")}` }, { visibleFrom: at(hour + 1, 30) });
    setClock(at(hour + 1, 29, 59));
    const before = headersOf(await ask(path));
    setClock(at(hour + 1, 30));
    const after = headersOf(await ask(path));
    expect(after.lastModified).toBe(at(hour + 1, 30).toUTCString());
    const stale = await ask(path, { headers: { "if-modified-since": before.lastModified } });
    expect(stale.status).toBe(200);
    // Pages say the same before and after; everything else names the article now.
    if (path === "/sitemaps/pages.xml") expect(after.etag).toBe(before.etag);
    else expect(after.etag).not.toBe(before.etag);
  });
});

describe("a stream", () => {
  it("is compressed for whom that suits", async () => {
    const plain = await (await ask(articles, { headers: { "accept-encoding": "identity" } })).text();
    // Next takes the header of the encoding away, so it is said to the request, and set by its handler.
    const context: RequestContext = {
      ...{ url: articles, address: "", id: "a", sqlStatements: 0, sqlMilliseconds: 0 },
      ...{ databaseUnavailable: false, status: null },
    };
    const zipped = await runWithRequest(context, () => ask(articles, { headers: { "accept-encoding": "gzip" } }));
    expect(zipped.headers.get("surrogate-key")).toBe("sitemaps site");
    expect(context.streams).toBe("gzip");
    expect(zipped.headers.get("vary")).toBe("Accept-Encoding");
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(plain);
  });

  it("answers HEAD as GET, without a body", async () => {
    const [got, head] = [await ask(articles), await ask(articles, { method: "HEAD" })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const name of ["content-type", "etag", "last-modified", "cache-control", "vary"]) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name));
    }
    await got.body?.cancel();
  });

  it("is another one after a small correction, though its words are the same", async () => {
    setClock(at(200));
    const { articleId, version } = await aPublishedArticle({ slug: "corrected" });
    const before = await ask(articles);
    setClock(at(201));
    await publishArticle(testActor, { articleId, expectedVersion: version, minor: true });
    const after = await ask(articles);
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect(await after.text()).toBe(await before.text());
  });
});
