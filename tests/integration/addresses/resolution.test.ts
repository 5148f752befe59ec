/** Where addresses lead that no page of ours has: redirects, wrong categories and the addresses of an earlier site. */
import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { recordLegacyAddresses } from "@/lib/legacy-addresses/commands";
import type { LegacyAddressInput } from "@/lib/legacy-addresses/schema";
import { createPage } from "@/lib/pages/commands";
import { findInhabitant } from "@/lib/reader-addresses/queries";
import { createRedirect } from "@/lib/redirects/commands/edit-redirects";
import { mergeCategories } from "@/lib/taxonomy/category-commands";
import { mediaVariant } from "@/lib/urls";
import { whatBecameOf } from "@/lib/web/after-not-found";
import { aCategory, aDesk, aPublishedArticle, aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aMedia, picturesIn } from "@/tests/factories/media";
import { aColleague, aLivePiece } from "@/tests/factories/newsroom";

let editor: Actor;
let storyId: number;
let storyVersion: number;
let categoryId: number;
let deskId: number;
let pageId: number;
let coverId: number;
let looseId: number;
let looseFile: string;

const record = (...rows: LegacyAddressInput[]) => transaction((tx) => recordLegacyAddresses(tx, rows));
const end = async (url: string): Promise<string | number> => {
  const found = await whatBecameOf(url);
  return found.kind === "moved" ? found.location : { gone: 410, nothing: 404, withdrawn: 200 }[found.kind];
};

beforeAll(async () => {
  editor = await aColleague("editor");
  categoryId = await aCategory("growth");
  deskId = await aDesk("the-desk");
  coverId = await aMedia();
  looseId = await aMedia();
  const tagIds = [await aTag("stress")];
  await aTag("unused");
  const story = await aPublishedArticle({
    ...{ slug: "a-story", categoryId, authorIds: [deskId], coverId, coverAlt: "A cover", tagIds },
    body: picturesIn(await aMedia()),
  });
  storyId = story.articleId;
  storyVersion = story.version;
  for (let number = 0; number < 12; number += 1) await aPublishedArticle({ categoryId, authorIds: [deskId] });
  const page = await createPage(systemActor("seed"), {
    ...{ slug: "about-us", title: "About us", excerpt: "Who we are.", body: paragraphs("We are.") },
  });
  pageId = page.id;
  const { key, widths } = await database().media.findUniqueOrThrow({ where: { id: looseId } });
  looseFile = mediaVariant(key, Math.max(...widths), "jpg");
  await record(
    { kind: "article", targetId: storyId, legacyId: 12, paths: ["/2019/05/old-name/", "/the-blog/Old-Story"] },
    { kind: "page", targetId: pageId, legacyId: 2 },
    { kind: "category", targetId: categoryId, legacyId: 3 },
    { kind: "person", targetId: deskId, legacyId: 1 },
    {
      kind: "media",
      targetId: coverId,
      legacyId: 20,
      paths: ["/wp-content/uploads/2019/05/Cover.JPG", "/a-story/cover"],
    },
    { kind: "media", targetId: looseId, legacyId: 21, paths: ["/wp-content/uploads/2019/05/loose-scaled.jpg"] },
  );
});

describe("findInhabitant", () => {
  it.each([
    ["/", "home"],
    ["/growth", "category"],
    ["/growth/page/2", "category"],
    ["/growth/page/3", null],
    ["/about-us", "page"],
    ["/about-us/page/2", null],
    ["/tag/stress", "tag"],
    ["/tag/stress/page/2", null],
    ["/tag/unused", null],
    ["/author/the-desk", "author"],
    ["/author/the-desk/page/2", "author"],
    ["/author/the-desk/page/3", null],
    ["/author/unknown", null],
    ["/growth/a-story", "article"],
    ["/news/a-story", null],
    ["/growth/no-story", null],
    ["/growth/feed.xml", "feed"],
    ["/about-us/feed.xml", null],
    ["/tag/unused/atom.xml", null],
  ])("%s: %s", async (path, inhabitant) => {
    expect(await findInhabitant(path)).toBe(inhabitant);
  });
});

describe("an address without a page", () => {
  it.each([
    // The article by its last part, whatever stands before it.
    ["/news/a-story", "/growth/a-story"],
    ["/no-such-category/a-story?x=1", "/growth/a-story?x=1"],
    ["/a-story", "/growth/a-story"],
    ["/2019/05/12/a-story", "/growth/a-story"],
    ["/2019/05/a-story.html", "/growth/a-story"],
    ["/parent/child/a-story", "/growth/a-story"],
    ["/a-story/comment-page-3", "/growth/a-story"],
    ["/tag/a-story", 404],
    // By number.
    ["/?p=12", "/growth/a-story"],
    ["/?p=12&x=1&preview=true", "/growth/a-story?x=1"],
    ["/?page_id=12", "/growth/a-story"],
    ["/archives/12", "/growth/a-story"],
    ["/?page_id=2", "/about-us"],
    ["/?cat=3", "/growth"],
    ["/?author=1", "/author/the-desk"],
    ["/?p=3", 404],
    ["/?p=999", 404],
    ["/?p=x", 404],
    ["/?cat=12", 404],
    // By name.
    ["/?tag=stress", "/tag/stress"],
    ["/?tag=unused", 404],
    ["/?s=sleep+well", "/search?q=sleep+well"],
    ["/category/growth", "/growth"],
    ["/category/parent/growth/page/2", "/growth/page/2"],
    ["/category/growth/page/3", 404],
    ["/category/unknown", 404],
    ["/growth.html", "/growth"],
    ["/about-us.php", "/about-us"],
    ["/growth/index", "/growth"],
    ["/index", "/"],
    ["/page/7", "/sitemap"],
    ["/post-sitemap.xml", "/sitemap.xml"],
    // By an address that was recorded.
    ["/2019/05/old-name", "/growth/a-story"],
    ["/the-blog/old-story", "/growth/a-story"],
    ["/the-blog/old-story/amp", "/growth/a-story"],
    // Feeds of lists; of articles and pages they were feeds of comments.
    ["/feed", "/feed.xml"],
    ["/feed/atom", "/atom.xml"],
    ["/?feed=rss2", "/feed.xml"],
    ["/category/growth/feed", "/growth/feed.xml"],
    ["/category/growth?feed=atom", "/growth/atom.xml"],
    ["/growth?feed=rss2", "/growth/feed.xml"],
    ["/?cat=3&feed=rss2", "/growth/feed.xml"],
    ["/tag/stress/feed", "/tag/stress/feed.xml"],
    ["/author/the-desk/page/2/feed", "/author/the-desk/feed.xml"],
    ["/tag/unused/feed", 404],
    ["/author/unknown/feed", 404],
    ["/unknown/feed", 404],
    ["/a-story/feed", 410],
    ["/growth/a-story/feed", 410],
    ["/about-us/feed", 410],
    ["/comments/feed", 410],
    // Pictures.
    ["/?attachment_id=20", "/growth/a-story"],
    ["/a-story/cover", "/growth/a-story"],
    ["/wp-content/uploads/2019/05/unknown-300x200.jpg", 404],
  ])("%s: %s", async (url, expected) => {
    expect(await end(url)).toBe(expected);
  });

  it("finds the file of a picture by every name that its copies had", async () => {
    for (const name of ["loose", "loose-scaled", "loose-300x200", "LOOSE-1024x683"]) {
      expect(await end(`/wp-content/uploads/2019/05/${name}.jpg`), name).toBe(looseFile);
    }
    expect(await end("/wp-content/uploads/2019/05/loose-rotated-150x150.png")).toBe(404);
    // The page of a picture that stands in no story is its file.
    expect(await end("/?attachment_id=21")).toBe(looseFile);
    expect(await end("/wp-content/uploads/2019/05/cover-e1589000000000-300x200.jpg")).toMatch(/^\/media\/.*\.jpg$/);
  });

  it("is followed through rules, wrong spellings and wrong categories at once", async () => {
    await createRedirect(editor, { fromPath: "/blog/*", toPath: "/news/*", status: 308 });
    await createRedirect(editor, { fromPath: "/start", toPath: "/Blog//A-Story/?x=1#top" });
    await createRedirect(editor, { fromPath: "/by-number", toPath: "/?p=12", status: 302 });
    expect(await whatBecameOf("/blog/a-story?utm_source=a&y=1")).toMatchObject({
      ...{ kind: "moved", status: 308, location: "/growth/a-story?y=1" },
    });
    expect(await whatBecameOf("/start")).toMatchObject({ status: 301, location: "/growth/a-story?x=1#top" });
    expect(await whatBecameOf("/by-number")).toMatchObject({ status: 302, location: "/growth/a-story" });
    expect(await whatBecameOf("/start/feed")).toEqual({ kind: "gone", headline: null });
  });

  it("is not led past a page that is there", async () => {
    await createRedirect(editor, { fromPath: "/growth/*", toPath: "/elsewhere/*" });
    await createRedirect(editor, { fromPath: "/led-to-a-page", toPath: "/growth/a-story" });
    expect(await end("/led-to-a-page")).toBe("/growth/a-story");
    expect(await end("/growth/no-page")).toBe("/elsewhere/no-page");
    await database().redirect.deleteMany({ where: { fromPath: "/growth/*" } });
  });

  it("is sent round in no circle", async () => {
    await database().redirect.createMany({
      data: [
        { fromPath: "/round/a", toPath: "/round/b" },
        { fromPath: "/round/b", toPath: "/round/a" },
      ],
    });
    expect(await end("/round/a")).toBe(404);
  });

  it("keeps letters of a target that an address can't hold out of the header", async () => {
    await createRedirect(editor, { fromPath: "/to-words", toPath: "/search?q=心理 x".replace(" ", "+") });
    expect(await end("/to-words")).toBe("/search?q=%E5%BF%83%E7%90%86+x");
  });
});

describe("recordLegacyAddresses", () => {
  it("can be told again, and the last word counts", async () => {
    const rows = () => database().legacyAddress.count();
    const before = await rows();
    await record({ kind: "article", targetId: storyId, legacyId: 12, paths: ["/2019/05/old-name"] });
    expect(await rows()).toBe(before);
    const other = await aPublishedArticle({ slug: "other-story" });
    const both = { kind: "article" as const, legacyId: 50, paths: ["/told-twice"] };
    await record({ ...both, targetId: storyId }, { ...both, targetId: other.articleId });
    expect([await end("/?p=50"), await end("/told-twice")]).toEqual(["/news/other-story", "/news/other-story"]);
    await record({ kind: "page", targetId: pageId, paths: ["/told-twice"] });
    expect(await end("/told-twice")).toBe("/about-us");
  });

  it("refuses what is no old address, and writes nothing of the rest", async () => {
    const bad: LegacyAddressInput[] = [
      { kind: "article", targetId: storyId },
      { kind: "article", targetId: storyId, legacyId: 0 },
      { kind: "article", targetId: storyId, paths: ["https://evil.example/"] },
      { kind: "article", targetId: storyId, paths: ["//evil.example"] },
      { kind: "article", targetId: storyId, paths: ["/?p=1"] },
      { kind: "article", targetId: storyId, paths: ["/"] },
    ];
    const before = await database().legacyAddress.count();
    for (const row of bad) {
      await expect(record({ kind: "page", targetId: pageId, legacyId: 77 }, row)).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(record({ kind: "page", targetId: 999_999, legacyId: 78 })).rejects.toThrow();
    expect(await database().legacyAddress.count()).toBe(before);
  });

  it("follows what it names, and goes with it", async () => {
    const { articleId, version } = await aLivePiece(undefined, { slug: "taken-back" });
    await record({ kind: "article", targetId: articleId, legacyId: 60 });
    expect(await end("/?p=60")).toBe("/news/taken-back");
    await withdrawArticle(editor, { articleId, expectedVersion: version, reason: "It was wrong." });
    // The notice stands at the address.
    expect(await end("/?p=60")).toBe("/news/taken-back");
    expect(await whatBecameOf("/news/taken-back")).toMatchObject({ kind: "withdrawn" });
    await database().article.delete({ where: { id: articleId } });
    expect(await database().legacyAddress.count({ where: { legacyId: 60 } })).toBe(0);
    expect(await end("/?p=60")).toBe(404);
  });

  it("goes over to the category that another is merged into", async () => {
    const fromId = await aCategory("merged-away");
    await record({ kind: "category", targetId: fromId, legacyId: 70 });
    const { version } = await database().category.findUniqueOrThrow({ where: { id: fromId } });
    await mergeCategories(testActor, { fromId, expectedVersion: version, intoId: categoryId });
    expect([await end("/?cat=70"), await end("/category/merged-away")]).toEqual(["/growth", "/growth"]);
  });

  it("is checked by the database: one target, of the kind", async () => {
    const wrong = [
      { kind: "article" as const, legacyId: 80, pageId },
      { kind: "article" as const, legacyId: 81 },
      { kind: "page" as const, legacyId: 82, pageId, articleId: storyId },
      { kind: "page" as const, pageId },
      { kind: "page" as const, pageId, legacyId: 83, path: "/x" },
      { kind: "page" as const, pageId, path: "/x/" },
    ];
    for (const data of wrong) await expect(database().legacyAddress.create({ data })).rejects.toThrow(/check/);
  });

  it("leads nowhere while its article is not public", async () => {
    await withdrawArticle(editor, { articleId: storyId, expectedVersion: storyVersion, reason: "", gone: true });
    expect(await end("/?p=12")).toBe(410);
    expect(await end("/news/a-story")).toBe(404);
    // The picture stands in no story any more.
    expect(await end("/?attachment_id=20")).toMatch(/^\/media\/.*\.jpg$/);
  });
});
