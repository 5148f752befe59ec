import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { scheduleEnd } from "@/lib/articles/commands/schedule-end";
import { unscheduleArticle } from "@/lib/articles/commands/unschedule-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getCalendar } from "@/lib/articles/queries/calendar";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { WorkingCopyInput } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { findArticle } from "@/lib/publications/queries/article";
import { findRedirect, findWithdrawal } from "@/lib/redirects/queries";
import { whatBecameOf } from "@/lib/web/after-not-found";
import { aCategory, testActor } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft, aLivePiece, publicRows } from "@/tests/factories/newsroom";

let editor: Actor;
let author: Actor;
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 5, 1, hour, minute));
const clock = (hour: number, minute = 0) => {
  setClock(at(hour, minute));
};

beforeAll(async () => {
  editor = await aColleague("editor");
  author = await aColleague("author");
});
beforeEach(() => {
  clock(8);
});

const version = async (articleId: number) => (await getWorkingCopy(editor, articleId)).version;
const ref = async (articleId: number) => ({ articleId, expectedVersion: await version(articleId) });
async function change(articleId: number, given: Partial<WorkingCopyInput>) {
  const view = await getWorkingCopy(editor, articleId);
  const request = { articleId, expectedVersion: view.version, workingCopy: { ...view.copy, ...given } };
  return saveArticle(editor, request);
}
const row = (articleId: number) => database().article.findUniqueOrThrow({ where: { id: articleId } });
const seen = async (slug: string) => (await findArticle(slug))?.excerpt ?? null;

describe("an update of a live article", () => {
  it("appears at its moment, and nothing of what readers see changes before", async () => {
    const { articleId } = await aLivePiece(author, { slug: "update", excerpt: "Old." });
    clock(9);
    await change(articleId, { excerpt: "New." });
    const before = await publicRows(articleId);
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    expect(await getWorkingCopy(editor, articleId)).toMatchObject({
      state: "scheduled",
      unpublishedChanges: false,
      live: { visibleUntil: at(12) },
      planned: { visibleFrom: at(12), visibleUntil: null },
    });
    clock(11, 59);
    expect(await seen("update")).toBe("Old.");
    clock(12);
    expect(await seen("update")).toBe("New.");
    expect((await getWorkingCopy(editor, articleId)).state).toBe("published");
    expect(before).toHaveLength(1);
  });

  it("is moved and taken back, and an end of the article outlives both", async () => {
    const { articleId } = await aLivePiece(author, { slug: "moved-update", excerpt: "Old." });
    await scheduleEnd(editor, { ...(await ref(articleId)), visibleUntil: at(20), reason: "An offer that ends." });
    await change(articleId, { excerpt: "New." });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    for (const hour of [15, 10]) {
      await rescheduleArticle(editor, { ...(await ref(articleId)), visibleFrom: at(hour) });
      expect(await getWorkingCopy(editor, articleId)).toMatchObject({
        live: { visibleUntil: at(hour) },
        planned: { visibleFrom: at(hour), visibleUntil: at(20) },
      });
    }
    await unscheduleArticle(editor, await ref(articleId));
    expect(await getWorkingCopy(editor, articleId)).toMatchObject({
      state: "published",
      unpublishedChanges: true,
      live: { visibleUntil: at(20) },
      planned: null,
    });
    clock(20);
    expect(await seen("moved-update")).toBeNull();
    expect((await getWorkingCopy(editor, articleId)).state).toBe("withdrawn");
    expect(await findWithdrawal("/news/moved-update")).toMatchObject({ reason: "An offer that ends.", at: at(20) });
  });

  it("replaces one that was scheduled before, without a gap", async () => {
    const { articleId } = await aLivePiece(author, { slug: "twice", excerpt: "1" });
    await change(articleId, { excerpt: "2" });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(10) });
    await change(articleId, { excerpt: "3" });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(14) });
    const shown = [];
    for (const hour of [9, 10, 13, 14]) {
      clock(hour);
      shown.push(await seen("twice"));
    }
    expect(shown).toEqual(["1", "1", "1", "3"]);
  });
});

describe("a first publication", () => {
  it("is scheduled, moved with its date, and taken back without a trace", async () => {
    const { articleId } = await aCompleteDraft(author, { slug: "first", tagIds: [] });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    await rescheduleArticle(editor, { ...(await ref(articleId)), visibleFrom: at(16) });
    expect(await row(articleId)).toMatchObject({ publicFrom: at(16), firstPublishedAt: at(16), state: "scheduled" });
    clock(16);
    expect((await findArticle("first"))?.publishedAt).toEqual(at(16));
    clock(15);
    await unscheduleArticle(editor, await ref(articleId));
    expect(await row(articleId)).toMatchObject({
      publicFrom: null,
      firstPublishedAt: null,
      state: "draft",
      unpublishedChanges: false,
    });
  });

  it("can't be moved into the past or behind its end, and only by editors", async () => {
    const { articleId } = await aCompleteDraft(author, { slug: "first-bounds" });
    const when = { visibleFrom: at(12), visibleUntil: at(18) };
    await publishArticle(editor, { ...(await ref(articleId)), ...when });
    const given = await ref(articleId);
    for (const visibleFrom of [at(7), at(18), at(19)]) {
      await expect(rescheduleArticle(editor, { ...given, visibleFrom })).rejects.toMatchObject({ code: "invalid" });
    }
    for (const visibleUntil of [at(7), at(12)]) {
      await expect(scheduleEnd(editor, { ...given, visibleUntil })).rejects.toMatchObject({ code: "invalid" });
    }
    expect(() => rescheduleArticle(author, { ...given, visibleFrom: at(13) })).toThrow(/Only editors/);
    expect(() => unscheduleArticle(author, given)).toThrow(/Only editors/);
    expect(() => scheduleEnd(author, { ...given, visibleUntil: null })).toThrow(/Only editors/);
    const draft = await aCompleteDraft(author);
    await expect(unscheduleArticle(editor, await ref(draft.articleId))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the address", () => {
  it("leads from the old one to the new one in one step, from the moment on at which it changes", async () => {
    const { articleId } = await aLivePiece(author, { slug: "address-a" });
    await change(articleId, { slug: "address-b" });
    clock(9);
    await publishArticle(editor, await ref(articleId));
    expect(await findRedirect("/news/address-a")).toMatchObject({ status: 301, location: "/news/address-b" });
    const categoryId = await aCategory("growth-psychology");
    await change(articleId, { slug: "address-c", categoryId });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    expect(await findRedirect("/news/address-b")).toBeNull();
    expect((await findRedirect("/news/address-a"))?.location).toBe("/news/address-b");
    await rescheduleArticle(editor, { ...(await ref(articleId)), visibleFrom: at(13) });
    clock(12, 30);
    expect(await findRedirect("/news/address-b")).toBeNull();
    clock(13);
    const now = "/growth-psychology/address-c";
    for (const old of ["/news/address-b", "/news/address-a"]) {
      expect(await whatBecameOf(old), old).toMatchObject({ kind: "moved", status: 301, location: now });
    }
  });

  it("never goes in a circle when an article comes back to an address", async () => {
    const { articleId } = await aLivePiece(author, { slug: "round-a" });
    clock(9);
    await change(articleId, { slug: "round-b" });
    await publishArticle(editor, await ref(articleId));
    clock(10);
    await change(articleId, { slug: "round-a" });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(11) });
    expect((await findRedirect("/news/round-a"))?.location).toBe("/news/round-b");
    clock(11);
    expect((await findRedirect("/news/round-b"))?.location).toBe("/news/round-a");
    clock(12);
    await change(articleId, { excerpt: "Again." });
    await publishArticle(editor, await ref(articleId));
    expect(await findRedirect("/news/round-a")).toBeNull();
    expect((await findRedirect("/news/round-b"))?.location).toBe("/news/round-a");
  });

  it("moves nothing for an update that is taken off the schedule", async () => {
    const { articleId } = await aLivePiece(author, { slug: "stays" });
    await change(articleId, { slug: "goes" });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    await unscheduleArticle(editor, await ref(articleId));
    clock(13);
    expect(await findRedirect("/news/stays")).toBeNull();
    expect(await seen("stays")).not.toBeNull();
  });

  it("is refused while readers find another article there", async () => {
    const first = await aLivePiece(author, { slug: "claimed" });
    await change(first.articleId, { slug: "claimed-no-more" });
    const { articleId } = await aCompleteDraft(author, { slug: "claimed" });
    await expect(publishArticle(editor, await ref(articleId))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Choose another slug") as unknown,
    });
    expect(await database().publication.count({ where: { articleId } })).toBe(0);
  });
});

describe("a withdrawal", () => {
  it("leaves a dated notice, which ends when the article comes back", async () => {
    const { articleId } = await aLivePiece(author, { slug: "notice", headline: "Noticed" });
    clock(9);
    await withdrawArticle(editor, { ...(await ref(articleId)), reason: "The study was retracted." });
    const path = "/news/notice";
    const notice = { headline: "Noticed", reason: "The study was retracted.", at: at(9), gone: false };
    expect(await findWithdrawal(path)).toEqual(notice);
    expect(await row(articleId)).toMatchObject({ state: "withdrawn", publicUntil: at(9) });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12) });
    clock(11);
    expect(await findWithdrawal(path)).toEqual(notice);
    clock(12);
    expect([await findWithdrawal(path), await seen("notice")]).toEqual([null, "What this piece is about."]);
    clock(11);
    await unscheduleArticle(editor, await ref(articleId));
    clock(13);
    expect(await findWithdrawal(path)).toEqual(notice);
  });

  it("may take the address away for good, and drops what was scheduled", async () => {
    const { articleId } = await aLivePiece(author, { slug: "gone" });
    await change(articleId, { slug: "gone-elsewhere" });
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom: at(12), visibleUntil: at(20) });
    clock(9);
    await withdrawArticle(editor, { ...(await ref(articleId)), reason: "", gone: true });
    clock(21);
    expect(await findWithdrawal("/news/gone")).toMatchObject({ gone: true, at: at(9) });
    expect(await findWithdrawal("/news/gone-elsewhere")).toBeNull();
    expect(await findRedirect("/news/gone")).toBeNull();
    expect(await database().publication.count({ where: { articleId } })).toBe(1);
  });
});

describe("the calendar", () => {
  it("shows what appeared, appears and ends in a month of the site's time zone", async () => {
    setClock(new Date("2027-01-10T12:00:00Z"));
    const { articleId } = await aLivePiece(author, { slug: "calendar", headline: "Calendar" });
    await change(articleId, { excerpt: "Next." });
    const visibleFrom = new Date("2027-01-20T12:00:00Z");
    const visibleUntil = new Date("2027-01-31T23:59:00Z");
    await publishArticle(editor, { ...(await ref(articleId)), visibleFrom, visibleUntil });
    const { entries, timeZone } = await getCalendar(author, { month: "2027-01" });
    expect(timeZone).toBe("UTC");
    expect(entries.map(({ kind, at: when, movable }) => [kind, when.toISOString(), movable])).toEqual([
      ["published", "2027-01-10T12:00:00.000Z", false],
      ["scheduled-update", "2027-01-20T12:00:00.000Z", true],
      ["end", "2027-01-31T23:59:00.000Z", true],
    ]);
    expect(entries[1]).toMatchObject({ articleId, version: await version(articleId), path: "/news/calendar" });
    expect((await getCalendar(author, { month: "2027-02" })).entries).toEqual([]);
    await expect(getCalendar(author, { month: "2027-13" })).rejects.toMatchObject({ code: "invalid" });
    await expect(getCalendar(await aColleague("moderator"), { month: "2027-01" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await getWorkingCopy(testActor, articleId)).withdrawal).toMatchObject({ at: visibleUntil });
  });
});
