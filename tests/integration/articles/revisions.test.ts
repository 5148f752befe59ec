import { beforeAll, describe, expect, it } from "vitest";
import { keepVersion } from "@/lib/articles/commands/keep-version";
import { restoreRevision } from "@/lib/articles/commands/restore-revision";
import { addComment, reopenComment, replyToComment, resolveComment } from "@/lib/articles/commands/review-comments";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { autosaveArticle } from "@/lib/articles/commands/autosave-article";
import { compareRevisions } from "@/lib/articles/queries/compare-revisions";
import { listComments } from "@/lib/articles/queries/review-comments";
import { getRevision, listRevisions } from "@/lib/articles/queries/revisions";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { WorkingCopyInput } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { aCategory, aDesk, aTag, paragraphs } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft, aCover, aLivePiece, publicRows } from "@/tests/factories/newsroom";

let author: Actor;
let editor: Actor;
let reviewer: Actor;
let moderator: Actor;

beforeAll(async () => {
  author = await aColleague("author", "Ann");
  editor = await aColleague("editor", "Eve");
  reviewer = await aColleague("reviewer", "Rob");
  moderator = await aColleague("moderator", "Moe");
});

async function change(actor: Actor, articleId: number, given: Partial<WorkingCopyInput>) {
  const { version, copy } = await getWorkingCopy(actor, articleId);
  return saveArticle(actor, { articleId, expectedVersion: version, workingCopy: { ...copy, ...given } });
}
const restore = async (actor: Actor, articleId: number, number: number) => {
  const { version } = await getWorkingCopy(editor, articleId);
  return restoreRevision(actor, { articleId, expectedVersion: version, number });
};

describe("restoreRevision", () => {
  it("brings every field back, deletes nothing and shows readers nothing", async () => {
    const first: Partial<WorkingCopyInput> = {
      slug: "as-it-was",
      headline: "As it was",
      body: paragraphs("Old text."),
      tagIds: [await aTag("stress"), await aTag("adhd")],
      authorIds: [await aDesk(), await aDesk("second-desk")],
      reviewerId: await aDesk("third-desk"),
      reviewedAt: new Date("2026-01-02T03:04:05Z"),
      citations: [{ id: "doe-2020", type: "webpage", title: "A page", authors: ["Doe, Jane"], year: 2020 } as never],
      seoTitle: "Search title",
      canonicalUrl: "https://example.org/a",
      contentNote: "About grief.",
      healthClaims: true,
    };
    const { articleId } = await aCompleteDraft(author, first);
    const other = { categoryId: await aCategory("growth-psychology"), coverId: null, coverAlt: "" };
    await change(author, articleId, { ...other, slug: "changed", headline: "x", body: paragraphs("New."), tagIds: [] });
    await change(author, articleId, {
      authorIds: [],
      citations: [],
      reviewerId: null,
      reviewedAt: null,
      seoTitle: null,
    });
    const before = await database().revision.findMany({ where: { articleId }, orderBy: { number: "asc" } });
    expect(await restore(author, articleId, 1)).toMatchObject({ slug: "as-it-was", notRestored: [] });
    const { changes } = await compareRevisions(author, { articleId, before: 1, after: "working" });
    expect(changes).toEqual([]);
    const after = await database().revision.findMany({ where: { articleId }, orderBy: { number: "asc" } });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ reason: "restored version 1" });
  });

  it("keeps what was not yet a revision before it replaces it, and knows what is published", async () => {
    const { articleId, version } = await aLivePiece(author, { slug: "restored-live", excerpt: "Published." });
    const before = await publicRows(articleId);
    const save = { articleId, expectedVersion: version, sessionKey: "a-browser-tab", saveNumber: 1 };
    await autosaveArticle(author, { ...save, workingCopy: { excerpt: "First." } });
    await autosaveArticle(author, {
      ...save,
      expectedVersion: version + 1,
      saveNumber: 2,
      workingCopy: { excerpt: "Typed, never saved by hand." },
    });
    const { revisions } = await listRevisions(author, articleId);
    const published = revisions.find(({ reason }) => reason === "published");
    expect(published?.live).toBe(true);
    await restore(editor, articleId, published?.number ?? 0);
    const all = await database().revision.findMany({ where: { articleId }, orderBy: { number: "asc" } });
    const excerpts = all.map(({ snapshot }) => (snapshot as { excerpt: string }).excerpt);
    expect(excerpts.slice(-3)).toEqual(["First.", "Typed, never saved by hand.", "Published."]);
    expect((await getWorkingCopy(editor, articleId)).unpublishedChanges).toBe(false);
    expect(await publicRows(articleId)).toEqual(before);
  });

  it("follows merges, and tells what is gone", async () => {
    const category = await database().category.create({ data: { slug: "old-category", name: "old" } });
    const tag = await database().tag.create({ data: { slug: "old-tag", name: "old tag" } });
    const gone = await database().tag.create({ data: { slug: "gone-tag", name: "gone tag" } });
    const desk = await database().person.create({ data: { slug: "gone-desk", name: "Gone desk" } });
    const { articleId } = await aCompleteDraft(author, {
      slug: "merged",
      categoryId: category.id,
      tagIds: [tag.id, gone.id],
      authorIds: [desk.id, await aDesk()],
    });
    const [newCategory, newTag] = [await aCategory("news"), await aTag("stress")];
    await change(author, articleId, { slug: "merged-2", categoryId: newCategory, tagIds: [], authorIds: [] });
    await aCompleteDraft(author, { slug: "merged" });
    await database().category.delete({ where: { id: category.id } });
    await database().tag.deleteMany({ where: { id: { in: [tag.id, gone.id] } } });
    await database().person.delete({ where: { id: desk.id } });
    await database().mergedCategory.create({ data: { oldId: category.id, categoryId: newCategory } });
    await database().mergedTag.create({ data: { oldId: tag.id, tagId: newTag } });
    const { notRestored } = await restore(author, articleId, 1);
    expect(notRestored.map(({ field }) => field).sort()).toEqual(["authorIds", "slug", "tagIds"]);
    const { copy } = await getWorkingCopy(author, articleId);
    expect(copy).toMatchObject({
      categoryId: newCategory,
      tagIds: [newTag],
      authorIds: [await aDesk()],
      slug: "merged-2",
    });
  });

  it("is refused to others, for what does not exist, and on a stale version", async () => {
    const { articleId, version } = await aCompleteDraft(editor);
    await expect(restore(author, articleId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restore(editor, articleId, 99)).rejects.toMatchObject({ code: "not-found" });
    const stale = { articleId, expectedVersion: version + 1, number: 1 };
    await expect(restoreRevision(editor, stale)).rejects.toMatchObject({ code: "conflict" });
    expect(() => restoreRevision(reviewer, stale)).toThrow(/needs the role/);
  });
});

describe("revisions", () => {
  it("are listed newest first in pages, and compared with names", async () => {
    const tagId = await aTag("burnout");
    const { articleId } = await aCompleteDraft(author, { slug: "compared", coverId: await aCover() });
    for (let count = 0; count < 52; count += 1)
      await change(author, articleId, { excerpt: `Excerpt ${String(count)}` });
    await change(author, articleId, { tagIds: [tagId], headline: "Another headline" });
    const first = await listRevisions(reviewer, articleId);
    expect([first.revisions.length, first.more, first.revisions[0]?.headline]).toEqual([50, true, "Another headline"]);
    const second = await listRevisions(reviewer, articleId, first.revisions.at(-1)?.number);
    expect(second).toMatchObject({ more: false, revisions: [{}, {}, {}, { number: 1, by: "Ann", reason: "created" }] });
    const comparison = await compareRevisions(reviewer, { articleId, before: 1, after: "working" });
    expect(comparison.changes.map(({ field }) => field)).toEqual(["headline", "excerpt", "tagIds"]);
    expect(comparison.names.tags[tagId]).toBe("burnout");
    expect(comparison.after).toMatchObject({ number: null, by: "Ann" });
    expect((await getRevision(reviewer, { articleId, number: 1 })).copy.slug).toBe("compared");
  });

  it("are for the newsroom only", async () => {
    const { articleId } = await aCompleteDraft(author);
    await expect(listRevisions(moderator, articleId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(compareRevisions(moderator, { articleId, before: 1, after: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listRevisions(author, 999_999)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("review comments", () => {
  it("stay with their passage when it moves, say when it is gone, and are resolved as a thread", async () => {
    const { articleId } = await aCompleteDraft(author, { body: paragraphs("One.", "The claim that needs a source.") });
    const anchor = { blockIndex: 1, quote: "claim that needs" };
    const { commentId } = await addComment(reviewer, { articleId, body: "Which source?", anchor });
    const reply = await replyToComment(author, { commentId, body: "Doe 2020." });
    await replyToComment(reviewer, { commentId: reply.commentId, body: "Thank you." });
    await addComment(editor, { articleId, body: "Nice piece." });
    await change(author, articleId, { body: paragraphs("Zero.", "One.", "The claim that needs a source.") });
    const [thread, whole] = await listComments(author, articleId);
    expect(thread).toMatchObject({ anchor: { quote: "claim that needs", blockIndex: 2 }, by: { name: "Rob" } });
    expect(thread?.replies.map(({ body }) => body)).toEqual(["Doe 2020.", "Thank you."]);
    expect(whole).toMatchObject({ anchor: null, body: "Nice piece." });
    expect((await getWorkingCopy(author, articleId)).openComments).toBe(2);
    await resolveComment(author, { commentId });
    await expect(resolveComment(editor, { commentId })).rejects.toMatchObject({ code: "conflict" });
    expect((await listComments(author, articleId))[0]).toMatchObject({ resolvedBy: "Ann" });
    await reopenComment(editor, { commentId });
    await change(author, articleId, { body: paragraphs("All new.") });
    expect((await listComments(author, articleId))[0]).toMatchObject({
      anchor: { blockIndex: null },
      resolvedAt: null,
    });
  });

  it("are refused to others, and about nothing", async () => {
    const { articleId } = await aCompleteDraft(author);
    expect(() => addComment(moderator, { articleId, body: "x" })).toThrow(/in progress/);
    expect(() => addComment(author, { articleId, body: " " })).toThrow(/body/);
    await expect(addComment(author, { articleId: 999_999, body: "x" })).rejects.toMatchObject({ code: "not-found" });
    await expect(replyToComment(author, { commentId: 999_999, body: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(listComments(moderator, articleId)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("keepVersion", () => {
  it("makes a revision of the saved text, once, without touching the text", async () => {
    const author = await aColleague("author");
    const { articleId, version } = await aCompleteDraft(author);
    const saved = await autosaveArticle(author, {
      articleId,
      expectedVersion: version,
      sessionKey: "keep-version-test",
      saveNumber: 1,
      workingCopy: { headline: "Kept on purpose" },
    });
    const expectedVersion = saved.ok ? saved.version : 0;
    expect(await keepVersion(author, { articleId, expectedVersion })).toEqual({ kept: true });
    expect(await keepVersion(author, { articleId, expectedVersion })).toEqual({ kept: false });
    const { revisions } = await listRevisions(author, articleId);
    expect(revisions.filter(({ headline }) => headline === "Kept on purpose")).toHaveLength(1);
    expect((await getWorkingCopy(author, articleId)).version).toBe(expectedVersion);
  });

  it("is refused for somebody else's article, and for a version that is gone", async () => {
    const author = await aColleague("author");
    const { articleId, version } = await aCompleteDraft(author);
    const other = await aColleague("author");
    await expect(keepVersion(other, { articleId, expectedVersion: version })).rejects.toMatchObject({
      code: "forbidden",
    });
    const wrong = { articleId, expectedVersion: version + 1 };
    await expect(keepVersion(author, wrong)).rejects.toMatchObject({ code: "conflict" });
  });
});
