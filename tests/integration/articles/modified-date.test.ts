/** The date of the last change, which readers see and the sitemap tells: when it moves and when it stays. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { PublishArticleInput, WorkingCopyInput } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { findArticle } from "@/lib/publications/queries/article";
import { createPage, updatePage } from "@/lib/pages/commands";
import { findPage } from "@/lib/pages/queries";
import { aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aColleague, aLivePiece } from "@/tests/factories/newsroom";

let editor: Actor;
const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour));

beforeAll(async () => {
  editor = await aColleague("editor");
});
beforeEach(() => {
  setClock(at(8));
});

const ref = async (articleId: number) => {
  const { version } = await getWorkingCopy(editor, articleId);
  return { articleId, expectedVersion: version };
};

/** Saves a change at `hour`, and publishes it. */
async function change(
  articleId: number,
  hour: number,
  given: Partial<WorkingCopyInput>,
  how: Partial<PublishArticleInput> = {},
): Promise<void> {
  setClock(at(hour));
  const { copy, version } = await getWorkingCopy(editor, articleId);
  await saveArticle(editor, { articleId, expectedVersion: version, workingCopy: { ...copy, ...given } });
  await publishArticle(editor, { ...(await ref(articleId)), ...how });
}

const dates = async (slug: string) => {
  const article = await findArticle(slug);
  return { published: article?.publishedAt, modified: article?.modifiedAt };
};

async function lastAudit(articleId: number): Promise<unknown> {
  const entry = await database().auditEntry.findFirstOrThrow({
    where: { action: "article.published", subjectId: String(articleId) },
    orderBy: { id: "desc" },
  });
  return entry.after;
}

describe("an update of a live article", () => {
  it("moves the date when what it says changed", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "rewritten" });
    await change(articleId, 9, { body: paragraphs("Other words.") });
    expect(await dates("rewritten")).toEqual({ published: at(8), modified: at(9) });
    expect(await lastAudit(articleId)).toMatchObject({ modifiedAt: at(9).toISOString(), minor: false });
  });

  it("keeps it when only how it is found or looks changed", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "found" });
    const tagIds = [await aTag("rest")];
    await change(articleId, 9, { seoTitle: "Another title", coverAlt: "A way", tagIds, slug: "found-again" });
    expect(await dates("found-again")).toEqual({ published: at(8), modified: at(8) });
    setClock(at(10));
    await publishArticle(editor, await ref(articleId));
    expect(await dates("found-again")).toEqual({ published: at(8), modified: at(8) });
    expect(await lastAudit(articleId)).toMatchObject({ modifiedAt: at(8).toISOString(), minor: false });
  });

  it("keeps it for a small correction, and the audit log knows that somebody said so", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "corrected" });
    await change(articleId, 9, { headline: "A real change" });
    await change(articleId, 10, { headline: "A real chamge, corrected" }, { minor: true });
    expect((await findArticle("corrected"))?.headline).toBe("A real chamge, corrected");
    expect(await dates("corrected")).toEqual({ published: at(8), modified: at(9) });
    expect(await lastAudit(articleId)).toMatchObject({ modifiedAt: at(9).toISOString(), minor: true });
    await change(articleId, 11, { headline: "Changed again" });
    expect(await dates("corrected")).toEqual({ published: at(8), modified: at(11) });
  });

  it("is dated by the moment from which readers see it, wherever that moves", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "planned" });
    await change(articleId, 9, { excerpt: "New." }, { visibleFrom: at(12) });
    await rescheduleArticle(editor, { ...(await ref(articleId)), visibleFrom: at(14) });
    setClock(at(13));
    expect(await dates("planned")).toEqual({ published: at(8), modified: at(8) });
    setClock(at(14));
    expect(await dates("planned")).toEqual({ published: at(8), modified: at(14) });
  });

  it("that is small and waits for its moment keeps the date, also when that moves", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "small-and-planned" });
    await change(articleId, 9, { excerpt: "New." }, { visibleFrom: at(12), minor: true });
    await rescheduleArticle(editor, { ...(await ref(articleId)), visibleFrom: at(14) });
    setClock(at(14));
    expect((await findArticle("small-and-planned"))?.excerpt).toBe("New.");
    expect(await dates("small-and-planned")).toEqual({ published: at(8), modified: at(8) });
  });
});

describe("without anything that readers see", () => {
  it("a publication is dated by its own day, whatever somebody says of it", async () => {
    const { articleId } = await aLivePiece(editor, { slug: "first" });
    expect(await dates("first")).toEqual({ published: at(8), modified: at(8) });
    setClock(at(9));
    await withdrawArticle(editor, { ...(await ref(articleId)), reason: "It was wrong." });
    setClock(at(10));
    await publishArticle(editor, { ...(await ref(articleId)), minor: true });
    // Where a notice stood there is an article again.
    expect(await dates("first")).toEqual({ published: at(8), modified: at(10) });
  });
});

describe("a static page", () => {
  it("is dated by what it says, not by how search engines list it", async () => {
    const page = { slug: "about", title: "About", excerpt: "Who we are.", body: paragraphs("Us."), noindex: false };
    const { id, version } = await createPage(testActor, { ...page, seoDescription: null });
    const dated = async () => (await findPage("about"))?.updatedAt;
    setClock(at(9));
    const listedOtherwise = { ...page, seoDescription: "In other words." };
    const saved = await updatePage(testActor, { id, expectedVersion: version, page: listedOtherwise });
    expect(await dated()).toEqual(at(8));
    setClock(at(10));
    const rewritten = { ...listedOtherwise, body: paragraphs("All of us.") };
    await updatePage(testActor, { id, expectedVersion: saved.version, page: rewritten });
    expect(await dated()).toEqual(at(10));
  });
});
