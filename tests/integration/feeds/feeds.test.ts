/** Feeds from the database, read back by a parser that is not ours and compared with what was published. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { createHelpline } from "@/lib/helplines/commands";
import { database } from "@/lib/db/client";
import { createRedirect } from "@/lib/redirects/commands/edit-redirects";
import { doc, heading, image, link, paragraph, reference, text } from "@/lib/richtext/testing/shorthand";
import { mergeTags } from "@/lib/taxonomy/tag-commands";
import { aCategory, aDesk, aPublishedArticle, aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";
import { aColleague } from "@/tests/factories/newsroom";
import { ask } from "./ask";
import { at, multiply, republish, withdraw } from "./newsroom";

const hostile = `Tom & "Jerry" <b>'s</b> ]]> 👩‍👩‍👧 心理健康`;
const site = "http://localhost:3000";
const lists = ["", "/news", "/tag/adhd", "/author/ann-o-neil"];

let richId = 0;
let plainId = 0;

/** The id in feeds. */
const named = (articleId: number): string => `tag:localhost,2026:article/${String(articleId)}`;
const idsOf = async (path: string): Promise<(string | undefined)[]> =>
  (parseJsonFeed((await ask(path)).text).items ?? []).map(({ id }) => id);

beforeAll(async () => {
  setClock(at(0));
  await createHelpline(testActor, {
    id: "us-988",
    region: "US",
    country: "United States",
    name: "988 Lifeline",
    kind: "crisis",
    phone: ["988"],
    smsTo: null,
    smsKeyword: null,
    url: null,
    hours: "24/7",
    note: null,
    audience: null,
    sourceUrl: "https://988lifeline.org",
    asOf: "2026-05",
  });
  const [coverId, bodyId] = [await aMedia({ credit: "A maker" }), await aMedia()];
  const authorIds = [await aDesk("ann-o-neil"), await aDesk()];
  const tagIds = [await aTag("adhd"), await aTag("stress")];
  setClock(at(1));
  const rich = await aPublishedArticle({
    slug: "rich",
    headline: hostile,
    excerpt: `In short: ${hostile}`,
    categoryId: await aCategory("news"),
    authorIds,
    tagIds,
    coverId,
    coverAlt: 'A "path" & a tree',
    contentNote: "Talks of loss.",
    citations: [{ id: "a-2001", type: "book", title: "On things", authors: ["Ames, Ann"], year: 2001 }],
    body: doc(
      paragraph(hostile, reference("a-2001")),
      heading(2, "Why", "why"),
      paragraph(text("here", link("/news/plain")), " and ", text("there", link("#why"))),
      image(bodyId, "What it shows"),
      { type: "crisisHelp" },
    ),
  });
  richId = rich.articleId;
  setClock(at(2));
  plainId = (await aPublishedArticle({ slug: "plain", authorIds, tagIds: tagIds.slice(0, 1) })).articleId;
});
beforeEach(() => {
  setClock(at(3));
});

describe("every list has a feed in three formats, which says what the articles say", () => {
  it.each(lists)("of %j: RSS", async (list) => {
    const { status, headers, text: xml } = await ask(`${list}/feed.xml`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("application/rss+xml; charset=utf-8");
    expect(headers.get("X-Robots-Tag")).toBe("noindex");
    const feed = parseRssFeed(xml);
    expect(feed).toMatchObject({ link: site + (list || "/"), language: "en" });
    expect(feed.atom?.links?.[0]).toMatchObject({ rel: "self", href: `${site}${list}/feed.xml` });
    const [plain, rich] = feed.items ?? [];
    expect(plain?.guid).toEqual({ value: named(plainId), isPermaLink: false });
    expect(rich).toMatchObject({
      guid: { value: named(richId) },
      title: hostile,
      link: `${site}/news/rich`,
      description: `In short: ${hostile}`,
      categories: [
        { name: "News", domain: `${site}/` },
        { name: "adhd", domain: `${site}/tag/` },
        { name: "stress", domain: `${site}/tag/` },
      ],
      dc: { creators: ["ann o neil", "the editors"] },
      atom: { authors: [{ uri: `${site}/author/ann-o-neil` }, { uri: `${site}/author/the-editors` }] },
    });
    expect([plain, rich].map((item) => Date.parse(String(item?.pubDate)))).toEqual([at(2).getTime(), at(1).getTime()]);
    expect(Date.parse(String(feed.lastBuildDate))).toBe(at(2).getTime());
  });

  it.each(lists)("of %j: Atom", async (list) => {
    const { status, headers, text: xml } = await ask(`${list}/atom.xml`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const feed = parseAtomFeed(xml);
    expect(feed.updated).toBe(at(2).toISOString());
    expect(feed.entries?.map(({ id, published, updated }) => [id, published, updated])).toEqual([
      [named(plainId), at(2).toISOString(), at(2).toISOString()],
      [named(richId), at(1).toISOString(), at(1).toISOString()],
    ]);
    expect(feed.entries?.[1]).toMatchObject({ title: { value: hostile }, summary: { value: `In short: ${hostile}` } });
    expect(feed.entries?.[1]?.media?.contents?.[0]).toMatchObject({ medium: "image", width: 64, height: 64 });
  });

  it.each(lists)("of %j: JSON", async (list) => {
    const { status, headers, text: json } = await ask(`${list}/feed.json`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("application/feed+json; charset=utf-8");
    const feed = parseJsonFeed(json);
    expect(feed).toMatchObject({ feed_url: `${site}${list}/feed.json`, home_page_url: site + (list || "/") });
    expect(feed.items?.[1]).toMatchObject({
      id: named(richId),
      url: `${site}/news/rich`,
      title: hostile,
      tags: ["News", "adhd", "stress"],
      authors: [{ name: "ann o neil", url: `${site}/author/ann-o-neil` }, { name: "the editors" }],
    });
  });

  it("carries the same whole article in all of them", async () => {
    const rss = parseRssFeed((await ask("/feed.xml")).text).items?.[1]?.content?.encoded;
    const atom = parseAtomFeed((await ask("/atom.xml")).text).entries?.[1]?.content?.value;
    const json = parseJsonFeed((await ask("/feed.json")).text).items?.[1]?.content_html;
    expect(new Set([rss, atom, json]).size).toBe(1);
    expect(json).toMatch(
      /^<figure><img src="http:\/\/localhost:3000\/media\/[0-9a-f/]+\/64\.jpg" width="64" height="64" alt="A &quot;path&quot; &amp; a tree"\/><figcaption>A maker<\/figcaption><\/figure>\n<p><strong>Content note<\/strong> Talks of loss\.<\/p>/,
    );
    expect(json).toContain(`<p>Tom &amp; &quot;Jerry&quot; &lt;b&gt;'s&lt;/b&gt; ]]&gt; 👩‍👩‍👧 心理健康<sup>`);
    expect(json).toContain(`<a href="${site}/news/plain">here</a> and <a href="${site}/news/rich#why">there</a>`);
    expect(json).toContain('width="64" height="64" alt="alt ');
    expect(json).toContain('<strong>988 Lifeline</strong>: <a href="tel:988">Call 988</a>, 24/7');
    expect(json).toContain("<h2>References</h2><ol><li>Ames, A. (2001). <i>On things.</i></li></ol>");
  });

  it("takes the same number of statements for two articles as for one", async () => {
    await ask("/feed.xml");
    const two = (await ask("/tag/adhd/feed.xml")).sqlStatements;
    const one = (await ask("/tag/stress/feed.xml")).sqlStatements;
    expect(two).toBe(one);
    expect(two).toBeLessThanOrEqual(5);
  });
});

describe("addresses", () => {
  it.each(["/nothing/feed.xml", "/tag/nothing/atom.xml", "/author/nobody/feed.json"])("404 for %s", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: "There is no such feed.\n" });
  });

  it.each(["1", "0", "x", "-1", "1.5", ""])("404 for the archive %j, which is none", async (archive) => {
    expect((await ask(`/feed.xml?archive=${archive}`)).status).toBe(404);
  });

  it("404 for a tag that nothing visible carries any more, as its page", async () => {
    await aTag("unused");
    expect((await ask("/tag/unused/feed.xml")).status).toBe(404);
  });

  it("lead from a merged tag's feeds to the other's", async () => {
    const fromId = await aTag("attention");
    const { version } = await database().tag.findUniqueOrThrow({ where: { id: fromId } });
    await mergeTags(await aColleague("editor"), { fromId, expectedVersion: version, intoId: await aTag("adhd") });
    expect(await ask("/tag/attention/atom.xml")).toMatchObject({
      status: 301,
      location: "/tag/adhd/atom.xml",
      text: "",
    });
  });

  it("follow a redirect of their own first, and say when a list is gone", async () => {
    const editor = await aColleague("editor");
    await createRedirect(editor, { fromPath: "/old/feed.xml", toPath: "/news/feed.xml", status: 308 });
    await createRedirect(editor, { fromPath: "/author/left", status: 410 });
    expect(await ask("/old/feed.xml")).toMatchObject({ status: 308, location: "/news/feed.xml" });
    expect(await ask("/author/left/feed.xml")).toMatchObject({ status: 410 });
  });

  it("give an author and a category without articles a feed that is empty and always the same", async () => {
    await aDesk("new-desk");
    await aCategory("workplace");
    for (const path of ["/author/new-desk/feed.xml", "/workplace/feed.xml"]) {
      const before = await ask(path);
      expect(parseRssFeed(before.text).items ?? []).toEqual([]);
      setClock(at(4));
      await aPublishedArticle();
      expect((await ask(path)).text).toBe(before.text);
    }
  });
});

describe("what a change does", () => {
  it("keeps an article's id when its slug and its category change", async () => {
    const { articleId } = await aPublishedArticle({ slug: "before-the-move", tagIds: [await aTag("moving")] });
    const before = parseJsonFeed((await ask("/tag/moving/feed.json")).text).items?.[0];
    setClock(at(5));
    await republish(articleId, { slug: "after-the-move", categoryId: await aCategory("elsewhere") });
    const after = parseJsonFeed((await ask("/tag/moving/feed.json")).text).items?.[0];
    expect(before).toMatchObject({ id: named(articleId), url: `${site}/news/before-the-move` });
    expect(after).toMatchObject({ id: named(articleId), url: `${site}/elsewhere/after-the-move` });
    expect(after?.date_published).toBe(before?.date_published);
    // Where an article stands is no part of what it says.
    expect(after?.date_modified).toBe(before?.date_modified);
  });

  it("shows a scheduled article from its minute on, and one that ends until its minute", async () => {
    const tagIds = [await aTag("timed")];
    await aPublishedArticle({ tagIds });
    const coming = await aPublishedArticle({ tagIds }, { visibleFrom: at(10) });
    const ending = await aPublishedArticle({ tagIds }, { visibleUntil: at(11) });
    const holds = async (hour: number) => {
      setClock(at(hour));
      const ids = await idsOf("/tag/timed/feed.json");
      return [coming, ending].map(({ articleId }) => ids.includes(named(articleId)));
    };
    expect(await holds(9.999)).toEqual([false, true]);
    expect(await holds(10)).toEqual([true, true]);
    expect(await holds(11)).toEqual([true, false]);
  });

  it("holds noindex articles and those at home elsewhere: readers see them in the lists", async () => {
    const tagIds = [await aTag("hidden-from-search")];
    const noindex = await aPublishedArticle({ tagIds, noindex: true });
    const foreign = await aPublishedArticle({ tagIds, canonicalUrl: "https://elsewhere.example/a" });
    const ids = await idsOf("/tag/hidden-from-search/feed.json");
    expect(ids.sort()).toEqual([named(noindex.articleId), named(foreign.articleId)].sort());
  });
});

describe("asked again", () => {
  it.each(["/feed.xml", "/atom.xml", "/feed.json"])("%s answers 304 until something changes", async (path) => {
    setClock(at(20));
    await aPublishedArticle({ slug: `seen-${path.slice(1).replace(".", "-")}` });
    setClock(at(21));
    const first = await ask(path);
    const etag = first.headers.get("ETag")!;
    const since = first.headers.get("Last-Modified")!;
    expect(Date.parse(since)).toBe(at(20).getTime());
    for (const [name, value] of [
      ["If-None-Match", etag],
      ["If-Modified-Since", since],
    ] as const) {
      expect(await ask(path, { [name]: value })).toMatchObject({ status: 304, text: "" });
    }
  });

  it("never answers 304 after a withdrawal, an end that was planned, or a new name of a tag", async () => {
    setClock(at(30));
    const tagIds = [await aTag("watched")];
    const leaving = await aPublishedArticle({ tagIds });
    await aPublishedArticle({ tagIds }, { visibleUntil: at(33) });
    await aPublishedArticle({ tagIds });
    const path = "/tag/watched/atom.xml";
    const conditions = async () => {
      const { headers, text: body } = await ask(path);
      return { etag: headers.get("ETag")!, since: headers.get("Last-Modified")!, updated: parseAtomFeed(body).updated };
    };
    const changes: [number, () => Promise<unknown>][] = [
      [32, () => withdraw(leaving.articleId)],
      [33, () => Promise.resolve()],
      [
        34,
        () =>
          database().$transaction(async (tx) => {
            await tx.tag.update({ where: { slug: "watched" }, data: { name: "Watched & seen" } });
            await tx.contentVersion.update({
              where: { id: 1 },
              data: { version: { increment: 1 }, changedAt: at(34) },
            });
          }),
      ],
    ];
    setClock(at(31));
    for (const [hour, change] of changes) {
      const before = await conditions();
      setClock(at(hour));
      await change();
      expect((await ask(path, { "If-None-Match": before.etag })).status).toBe(200);
      const again = await ask(path, { "If-Modified-Since": before.since });
      expect(again.status).toBe(200);
      expect(Date.parse(again.headers.get("Last-Modified")!)).toBe(at(hour).getTime());
      if (hour < 34) expect((await conditions()).updated).toBe(at(hour).toISOString());
      setClock(at(hour + 0.5));
    }
  });
});

it("stays below 2 MB with a hundred long articles", async () => {
  const tagIds = [await aTag("long")];
  const body = paragraphs(
    ...Array.from({ length: 120 }, (_, n) => `${String(n)} ${'words "quoted" & 心理 '.repeat(50)}`),
  );
  setClock(at(100));
  const { articleId } = await aPublishedArticle({ tagIds, body });
  await multiply(articleId, 99);
  setClock(at(300));
  for (const file of ["feed.xml", "atom.xml", "feed.json"]) {
    for (const query of ["", "?archive=1", "?archive=5"]) {
      const { status, text: answer } = await ask(`/tag/long/${file}${query}`);
      expect(status).toBe(200);
      expect(Buffer.byteLength(answer)).toBeLessThan(2_000_000);
      expect(Buffer.byteLength(answer)).toBeGreaterThan(1_000_000);
    }
  }
});
