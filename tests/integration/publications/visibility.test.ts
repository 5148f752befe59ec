import { beforeAll, describe, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { findArticle } from "@/lib/publications/queries/article";
import { listByCategory, listByTag, listLatest } from "@/lib/publications/queries/lists";
import { listNews } from "@/lib/publications/queries/news";
import { hasSitemapFile, sitemapBatches } from "@/lib/publications/queries/sitemap";
import { searchArticles } from "@/lib/search/queries";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { aCategory, aDesk, aDraft, aPublishedArticle, aTag, paragraphs, testActor } from "@/tests/factories/articles";

const moment = new Date("2026-06-01T12:00:00Z");
const after = (seconds: number): Date => new Date(moment.getTime() + seconds * 1000);

let categoryId = 0;
let tagId = 0;
beforeAll(async () => {
  categoryId = await aCategory("growth-psychology");
  tagId = await aTag("stress");
});

/** Every way by which a reader could come across an article. */
async function waysToSee(slug: string): Promise<Record<string, boolean>> {
  const slugs = (cards: { slug: string }[]): boolean => cards.some((card) => card.slug === slug);
  const frame = await getSiteFrame();
  return {
    page: (await findArticle(slug)) !== null,
    category: slugs((await listByCategory(categoryId, 1)).items),
    tag: slugs((await listByTag(tagId, 1)).items),
    latest: slugs(await listLatest(50)),
    search: slugs((await searchArticles(`"${slug}"`, null, 1)).items),
    news: slugs(await listNews(now(), 100)),
    sitemap: (await sitemapSlugs()).includes(slug),
    frame: slugs(frame.latest),
  };
}

async function sitemapSlugs(): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of sitemapBatches(1, now())) found.push(...batch.map(({ slug }) => slug));
  return found;
}

const lists = { category: true, tag: true, latest: true, search: true, news: true, sitemap: true };
const everywhere = { page: true, frame: true, ...lists };
const nowhere = Object.fromEntries(Object.keys(everywhere).map((way) => [way, false]));

describe("a publication is visible while visible_from <= now < visible_until", () => {
  it("starts exactly at its moment, without anybody doing anything", async () => {
    setClock(after(-3600));
    await aPublishedArticle(
      { slug: "starts", headline: "starts", categoryId, tagIds: [tagId] },
      { visibleFrom: moment },
    );
    setClock(after(-1));
    expect(await waysToSee("starts")).toEqual(nowhere);
    setClock(after(-0.001));
    expect(await waysToSee("starts")).toEqual(nowhere);
    setClock(moment);
    expect(await waysToSee("starts")).toEqual(everywhere);
    setClock(after(1));
    expect(await waysToSee("starts")).toEqual(everywhere);
  });

  it("ends exactly at its moment", async () => {
    setClock(after(-3600));
    await aPublishedArticle(
      { slug: "ends", headline: "ends", categoryId, tagIds: [tagId] },
      { visibleFrom: after(-600), visibleUntil: moment },
    );
    setClock(after(-1));
    expect(await waysToSee("ends")).toEqual(everywhere);
    setClock(moment);
    expect(await waysToSee("ends")).toEqual(nowhere);
    setClock(after(1));
    expect(await waysToSee("ends")).toEqual(nowhere);
  });

  it("swaps in an update at its moment, with never none and never two", async () => {
    setClock(after(-3600));
    const first = await aPublishedArticle({ slug: "swaps", headline: "Old words", categoryId });
    const workingCopy = { slug: "swaps", headline: "New words", excerpt: "x", body: paragraphs("new"), categoryId };
    const saved = await saveArticle(testActor, {
      articleId: first.articleId,
      expectedVersion: first.version,
      workingCopy: { ...workingCopy, authorIds: [await aDesk()] },
    });
    expect((await findArticle("swaps"))?.headline).toBe("Old words");
    await publishArticle(testActor, {
      articleId: saved.articleId,
      expectedVersion: saved.version,
      visibleFrom: moment,
    });
    for (const [seconds, headline] of [
      [-1, "Old words"],
      [0, "New words"],
      [1, "New words"],
    ] as const) {
      setClock(after(seconds));
      expect((await findArticle("swaps"))?.headline).toBe(headline);
      const listed = (await listByCategory(categoryId, 1)).items.filter((card) => card.slug === "swaps");
      expect(listed.map((card) => card.headline)).toEqual([headline]);
    }
  });

  it("keeps the date of first publication through an update, and tells of the change", async () => {
    setClock(after(0));
    const first = await aPublishedArticle({ slug: "dated", categoryId });
    setClock(after(60));
    const saved = await saveArticle(testActor, {
      articleId: first.articleId,
      expectedVersion: first.version,
      workingCopy: {
        slug: "dated",
        headline: "New words",
        excerpt: "x",
        body: paragraphs("new"),
        categoryId,
        authorIds: [await aDesk()],
      },
    });
    await publishArticle(testActor, { articleId: saved.articleId, expectedVersion: saved.version });
    const article = await findArticle("dated");
    expect(article?.publishedAt).toEqual(moment);
    expect(article?.modifiedAt).toEqual(after(60));
  });
});

describe("drafts", () => {
  it("are found by no reader query, in any state", async () => {
    const draft = await aDraft({ slug: "a-draft", headline: "a-draft", categoryId, tagIds: [tagId] });
    expect(await waysToSee("a-draft")).toEqual(nowhere);
    for (const state of [
      "in_review",
      "changes_requested",
      "approved",
      "scheduled",
      "published",
      "withdrawn",
    ] as const) {
      await database().article.update({ where: { id: draft.articleId }, data: { state } });
      expect(await waysToSee("a-draft")).toEqual(nowhere);
    }
    const before = await sitemapSlugs();
    await publishArticle(testActor, { articleId: draft.articleId, expectedVersion: draft.version });
    expect((await sitemapSlugs()).sort()).toEqual([...before, "a-draft"].sort());
    expect(await hasSitemapFile(1, now())).toBe(true);
  });

  it("stay hidden behind the live version while they are edited", async () => {
    const live = await aPublishedArticle({ slug: "edited", headline: "Live", categoryId });
    const before = await findArticle("edited");
    await saveArticle(testActor, {
      articleId: live.articleId,
      expectedVersion: live.version,
      workingCopy: { slug: "edited-and-moved", headline: "Not yet", body: paragraphs("secret"), categoryId },
    });
    expect(await findArticle("edited")).toEqual(before);
    expect(await findArticle("edited-and-moved")).toBeNull();
    expect((await searchArticles("secret", null, 1)).items).toEqual([]);
  });
});

describe("withdrawal", () => {
  it("takes an article away at once and drops what was scheduled", async () => {
    setClock(after(0));
    const live = await aPublishedArticle({ slug: "withdrawn", headline: "withdrawn", categoryId, tagIds: [tagId] });
    setClock(after(10));
    const scheduled = await publishArticle(testActor, {
      articleId: live.articleId,
      expectedVersion: live.version,
      visibleFrom: after(100),
    });
    await withdrawArticle(testActor, {
      articleId: live.articleId,
      expectedVersion: scheduled.version,
      reason: "wrong",
    });
    expect(await waysToSee("withdrawn")).toEqual(nowhere);
    setClock(after(200));
    expect(await waysToSee("withdrawn")).toEqual(nowhere);
  });
});

describe("the database itself", () => {
  it("refuses two visible versions of one article, whoever writes them", async () => {
    const { articleId } = await aPublishedArticle({ slug: "twice", categoryId });
    await expect(copyPublication(articleId, { visible_from: "visible_from + interval '1 hour'" })).rejects.toThrow(
      /publication_one_version_at_a_time/,
    );
  });

  it("refuses two articles at one address at the same time, but not one after the other", async () => {
    setClock(after(0));
    const first = await aPublishedArticle({ slug: "first-holder", categoryId }, { visibleUntil: after(100) });
    const second = await aDraft({ slug: "second-holder", categoryId });
    const as = (visibleFrom: Date) => ({
      article_id: String(second.articleId),
      visible_from: `'${visibleFrom.toISOString()}'`,
      visible_until: "NULL",
    });
    await expect(copyPublication(first.articleId, as(after(50)))).rejects.toThrow(
      /publication_one_article_at_an_address/,
    );
    await copyPublication(first.articleId, as(after(100)));
    setClock(after(101));
    expect((await findArticle("first-holder"))?.articleId).toBe(second.articleId);
  });
});

/** Inserts a copy of an article's publication with some columns replaced by SQL expressions. */
async function copyPublication(articleId: number, columns: Record<string, string>): Promise<void> {
  const copied = ["article_id", "visible_from", "visible_until", "slug", "category_id", "headline", "excerpt", "body"];
  const rest = ["body_text", "tag_text", "word_count", "reading_minutes", "published_at", "modified_at"];
  const names = [...copied, ...rest];
  await sql(
    `INSERT INTO publication (${names.join(", ")})
     SELECT ${names.map((name) => columns[name] ?? name).join(", ")} FROM publication WHERE article_id = $1`,
    [articleId],
  );
}
