import { beforeAll, describe, expect, it } from "vitest";
import { assignArticle } from "@/lib/articles/commands/assign-article";
import { approveArticle } from "@/lib/articles/commands/approve-article";
import { moveToTrash } from "@/lib/articles/commands/move-to-trash";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { requestChanges } from "@/lib/articles/commands/request-changes";
import { deleteView, saveView } from "@/lib/articles/commands/saved-views";
import { submitArticle } from "@/lib/articles/commands/submit-article";
import type { ArticleFilterInput } from "@/lib/articles/list-schema";
import { getBoard } from "@/lib/articles/queries/board";
import { countArticles } from "@/lib/articles/queries/count-articles";
import { getDashboard, listOverdueReviews } from "@/lib/articles/queries/dashboard";
import { searchArticles } from "@/lib/articles/queries/search-articles";
import { listArticles } from "@/lib/articles/queries/list-articles";
import { listViews } from "@/lib/articles/queries/saved-views";
import { isInStateSql, stateSql } from "@/lib/articles/state-sql";
import { articleStates, stateAt } from "@/lib/articles/states";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { aCategory, aDesk, aTag, paragraphs } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft, aLivePiece } from "@/tests/factories/newsroom";

type Person = Actor & { kind: "user" };
let author: Person;
let editor: Person;
let reviewer: Person;
let moderator: Person;
const now = new Date("2026-06-10T12:00:00Z");

beforeAll(async () => {
  author = await aColleague("author", "Ann");
  editor = await aColleague("editor", "Eve");
  reviewer = await aColleague("reviewer", "Rob");
  moderator = await aColleague("moderator", "Moe");
});

const ref = ({ articleId, version }: { articleId: number; version: number }) => ({
  articleId,
  expectedVersion: version,
});
const headlines = async (filter: ArticleFilterInput) =>
  (await listArticles(editor, filter)).items.map(({ headline }) => headline);

describe("the state of an article", () => {
  it("is the same in SQL as in the policy, at every moment", async () => {
    const categoryId = await aCategory("news");
    const moments = [null, new Date("2026-06-09T12:00:00Z"), now, new Date("2026-06-11T12:00:00Z")];
    for (const state of articleStates)
      for (const publicFrom of moments)
        for (const publicUntil of moments) {
          if (publicUntil && publicFrom && publicUntil <= publicFrom) continue;
          const slug = `sql-${state.replace("_", "-")}-${String(moments.indexOf(publicFrom))}-${String(moments.indexOf(publicUntil))}`;
          const data = { slug, headline: "sql", body: paragraphs("x"), state, publicFrom, publicUntil, categoryId };
          await database().article.create({ data });
        }
    const rows = await sql<{ id: number; state: never; from: Date | null; until: Date | null; told: string }>(
      `SELECT id, state, public_from AS from, public_until AS until, ${stateSql("a", "$1")} AS told
       FROM article a WHERE headline = 'sql'`,
      [now],
    );
    expect(rows.length).toBeGreaterThan(60);
    const expected = rows.map((row) =>
      stateAt({ state: row.state, publicFrom: row.from, publicUntil: row.until }, now),
    );
    expect(rows.map(({ told }) => told)).toEqual(expected);
    for (const state of articleStates) {
      const found = await sql<{ id: number }>(
        `SELECT id FROM article a WHERE headline = 'sql' AND $1::timestamptz IS NOT NULL AND ${isInStateSql(state, "a", "$1")}`,
        [now],
      );
      const wanted = rows.filter(({ told }) => told === state).map(({ id }) => id);
      expect(found.map(({ id }) => id).sort()).toEqual(wanted.sort());
    }
    await database().article.deleteMany({ where: { headline: "sql" } });
  });
});

describe("listArticles", () => {
  it("finds by every filter, in every order, page by page", async () => {
    setClock(now);
    const tagId = await aTag("stress");
    const categoryId = await aCategory("growth-psychology");
    const desk = await aDesk("list-desk");
    const body = paragraphs("A word that is rare: dendrochronology.");
    const draft = await aCompleteDraft(author, { headline: "Draft", tagIds: [tagId], body });
    setClock(new Date("2026-06-10T12:01:00Z"));
    const live = await aLivePiece(editor, { headline: "Live", categoryId, authorIds: [desk] });
    setClock(new Date("2026-06-10T12:02:00Z"));
    const soon = await aCompleteDraft(author, { headline: "Soon", reviewerId: await aDesk("medical-desk") });
    await publishArticle(editor, { ...ref(soon), visibleFrom: new Date("2026-06-12T12:00:00Z") });
    await assignArticle(editor, { articleId: draft.articleId, reviewerId: reviewer.id });
    const trashed = await aCompleteDraft(author, { headline: "Trashed" });
    await moveToTrash(author, { articleId: trashed.articleId });
    expect(await headlines({})).toEqual(["Soon", "Draft", "Live"]);
    expect(await headlines({ sort: "created" })).toEqual(["Soon", "Live", "Draft"]);
    expect(await headlines({ sort: "headline" })).toEqual(["Draft", "Live", "Soon"]);
    expect(await headlines({ sort: "published" })).toEqual(["Soon", "Live", "Draft"]);
    expect(await headlines({ state: "draft" })).toEqual(["Draft"]);
    expect(await headlines({ state: "scheduled" })).toEqual(["Soon"]);
    expect(await headlines({ categoryId })).toEqual(["Live"]);
    expect(await headlines({ tagId })).toEqual(["Draft"]);
    expect(await headlines({ authorId: desk })).toEqual(["Live"]);
    expect(await headlines({ reviewerId: await aDesk("medical-desk") })).toEqual(["Soon"]);
    expect(await headlines({ assignedTo: reviewer.id })).toEqual(["Draft"]);
    expect(await headlines({ q: "dendrochronology" })).toEqual(["Draft"]);
    expect(await headlines({ q: "dendrochronology -rare" })).toEqual([]);
    expect(await headlines({ trash: true })).toEqual(["Trashed"]);
    expect(await headlines({ mine: true })).toEqual(["Live"]);
    const day = { from: new Date("2026-06-10T12:01:00Z"), to: "2026-06-10T12:02:00Z" };
    expect(await headlines({ ...day, sort: "created" })).toEqual(["Live"]);
    setClock(new Date("2026-06-13T12:00:00Z"));
    expect(await headlines({ state: "published" })).toEqual(["Soon", "Live"]);
    const { items } = await listArticles(reviewer, { q: "Live" });
    expect(items[0]).toMatchObject({
      articleId: live.articleId,
      state: "published",
      live: true,
      categoryName: "growth psychology",
      authors: ["list desk"],
      createdBy: { name: "Eve" },
    });
    const counts = await countArticles(editor);
    expect(counts).toMatchObject({ all: 3, draft: 1, published: 2, scheduled: 0, trash: 1 });
    expect(await countArticles(author, { mine: true })).toMatchObject({ all: 2, draft: 1, published: 1, trash: 1 });
  });

  it("misses and repeats nothing from page to page, also where dates are the same", async () => {
    setClock(new Date("2026-07-01T12:00:00Z"));
    const categoryId = await aCategory("workplace-psychology");
    for (let count = 0; count < 23; count += 1)
      await aCompleteDraft(author, { categoryId, headline: `P${String(count % 3)}` });
    for (const sort of ["updated", "created", "published", "headline"] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listArticles(editor, { categoryId, sort, size: 10, cursor });
        expect(page).toMatchObject({ total: 23, totalCapped: false });
        seen.push(...page.items.map(({ articleId }) => articleId));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect([seen.length, new Set(seen).size]).toEqual([23, 23]);
    }
  });

  it("is for the newsroom, and refuses forged input", async () => {
    await expect(listArticles(moderator)).rejects.toMatchObject({ code: "forbidden" });
    await expect(countArticles(moderator)).rejects.toMatchObject({ code: "forbidden" });
    for (const cursor of ["x", "eyJhIjoxfQ", Buffer.from('["a","b"]').toString("base64url")]) {
      await expect(listArticles(editor, { cursor })).rejects.toMatchObject({ code: "invalid" });
    }
    const odd = Buffer.from('["no date",1]').toString("base64url");
    await expect(listArticles(editor, { cursor: odd })).rejects.toMatchObject({ code: "invalid" });
    await expect(listArticles(editor, { size: 100_000 })).rejects.toMatchObject({ code: "invalid" });
    expect(await headlines({ q: "'; DROP TABLE article; --" })).toEqual([]);
  });
});

describe("saved views", () => {
  it("are one's own, replaced by name, and give the filter back", async () => {
    const filter = { state: "in_review", from: new Date("2026-01-01T00:00:00Z"), q: "sleep" } as const;
    const { viewId } = await saveView(editor, { name: "To look at", filter });
    await saveView(editor, { name: "To look at", filter: { ...filter, q: "rest" } });
    expect(await listViews(editor)).toEqual([
      { viewId, name: "To look at", filter: expect.objectContaining({ ...filter, q: "rest" }) as unknown },
    ]);
    expect(await listViews(author)).toEqual([]);
    await expect(deleteView(author, { viewId })).rejects.toMatchObject({ code: "not-found" });
    await deleteView(editor, { viewId });
    expect(await listViews(editor)).toEqual([]);
    expect(() => saveView(moderator, { name: "x", filter: {} })).toThrow(/in progress/);
    expect(() => saveView(editor, { name: " ", filter: {} })).toThrow(/name/);
  });
});

describe("the board", () => {
  it("shows each what awaits them", async () => {
    setClock(new Date("2026-08-01T12:00:00Z"));
    const ada = await aColleague("author", "Ada");
    const asked = await aCompleteDraft(ada, { headline: "Asked" });
    await submitArticle(ada, ref(asked));
    await requestChanges(reviewer, { ...ref(asked), comment: "More." });
    const forRob = await aCompleteDraft(ada, { headline: "For Rob" });
    await assignArticle(editor, { articleId: forRob.articleId, reviewerId: reviewer.id });
    await submitArticle(ada, ref(forRob));
    const forAnybody = await aCompleteDraft(ada, { headline: "For anybody" });
    await submitArticle(ada, ref(forAnybody));
    const ready = await aCompleteDraft(ada, { headline: "Ready" });
    await submitArticle(ada, ref(ready));
    await approveArticle(reviewer, ref(ready));
    await aCompleteDraft(ada, { headline: "My draft" });
    const soon = await aCompleteDraft(ada, { headline: "In a week" });
    await publishArticle(editor, { ...ref(soon), visibleFrom: new Date("2026-08-07T12:00:00Z") });
    const names = async (actor: Actor) =>
      Object.fromEntries(
        Object.entries(await getBoard(actor)).map(([name, { items }]) => [name, items.map(({ headline }) => headline)]),
      );
    expect(await names(ada)).toEqual({
      changesRequested: ["Asked"],
      toReview: [],
      toApprove: [],
      toPublish: [],
      scheduledSoon: ["In a week"],
      myDrafts: ["My draft"],
    });
    expect(await names(reviewer)).toMatchObject({ toReview: ["For Rob"], toApprove: ["For anybody"], toPublish: [] });
    expect(await names(editor)).toMatchObject({
      toApprove: ["For anybody"],
      toPublish: ["Ready"],
      scheduledSoon: ["In a week"],
    });
    await expect(getBoard(moderator)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the dashboard", () => {
  it("counts publications by week, and what needs attention", async () => {
    setClock(new Date("2026-09-02T12:00:00Z"));
    const reviewedAt = new Date("2024-09-01T12:00:00Z");
    await aLivePiece(editor, {
      headline: "Old review",
      slug: "old-review",
      reviewerId: await aDesk("medical-desk"),
      reviewedAt,
    });
    const { weeks, attention } = await getDashboard(author);
    expect(weeks).toHaveLength(26);
    expect(weeks.at(-1)).toMatchObject({ start: new Date("2026-08-31T00:00:00Z"), published: 1 });
    const week = weeks.find(({ start }) => start.getTime() === Date.UTC(2026, 5, 8));
    expect(week?.published).toBe(2);
    expect(attention).toMatchObject({ overdueReviews: 1, changesRequested: 1, waitingForReview: 2, endingSoon: 0 });
    expect(attention.staleDrafts).toBeGreaterThan(20);
    expect(await listOverdueReviews(author)).toMatchObject([{ headline: "Old review", path: "/news/old-review" }]);
    await expect(getDashboard(moderator)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("searchArticles", () => {
  it("finds by any word, those with the words in their headline first, and nothing without a question", async () => {
    const editor = await aColleague("editor");
    const inText = await aCompleteDraft(editor, {
      headline: "Another piece",
      body: paragraphs("About zebrafish and rest."),
    });
    const inHeadline = await aCompleteDraft(editor, { headline: "Zebrafish at rest" });
    await aCompleteDraft(editor, { headline: "Nothing of the kind" });
    const found = await searchArticles(editor, "zebrafish rest");
    expect(found.map(({ id }) => id)).toEqual([inHeadline.articleId, inText.articleId]);
    expect(await searchArticles(editor, "  ")).toEqual([]);
    await expect(searchArticles(await aColleague("moderator"), "zebrafish")).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
