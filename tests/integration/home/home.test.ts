import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { pinStory, unpinStory } from "@/lib/home/commands";
import { findPinCandidates, listHomePlaces } from "@/lib/home/queries";
import type { HomeSlotName } from "@/lib/home/slots";
import { selectHome } from "@/lib/publications/queries/home";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { anActor } from "@/tests/factories/actors";
import { aCategory, aDraft, aPublishedArticle } from "@/tests/factories/articles";

let editor: Actor;
let author: Actor;
let news: number;
/** Article ids, newest first. */
const stories: number[] = [];

beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
  news = await aCategory("news");
  for (let age = 15; age >= 0; age -= 1) {
    const visibleFrom = new Date(Date.now() - (age + 1) * 60_000);
    stories.unshift((await aPublishedArticle({ headline: `Story ${String(age)}` }, { visibleFrom })).articleId);
  }
});
beforeEach(async () => {
  await database().homeSlot.deleteMany();
});

const tomorrow = () => new Date(now().getTime() + 86_400_000);
const pin = (slot: HomeSlotName, articleId: number, expectedArticleId: number | null = null) =>
  pinStory(editor, { slot, articleId, until: tomorrow(), expectedArticleId });

/** Article ids in the order of the page. */
async function shown(): Promise<number[]> {
  const { lead, top, latest, blocks } = await selectHome([news]);
  return [lead, ...top, ...latest, ...(blocks.get(news) ?? [])].flatMap((card) => (card ? [card.articleId] : []));
}

describe("the home page", () => {
  it("fills itself with the newest", async () => {
    expect(await shown()).toEqual(stories);
  });

  it("keeps a pinned story in its place, and shows no story twice", async () => {
    await pin("lead", stories[14]!);
    await pin("top-2", stories[0]!);
    await pin("strip-6", stories[13]!);
    const page = await shown();
    expect(page[0]).toBe(stories[14]);
    expect(page[2]).toBe(stories[0]);
    expect(page[10]).toBe(stories[13]);
    expect(page[1]).toBe(stories[1]);
    expect(new Set(page).size).toBe(page.length);
    expect([...page].sort()).toEqual([...stories].sort());
  });

  it("lets a pin go when its time is over, with no one doing anything", async () => {
    await pin("lead", stories[9]!);
    expect((await shown())[0]).toBe(stories[9]);
    const frame = await getSiteFrame();
    setClock(tomorrow());
    expect((await shown())[0]).toBe(stories[0]);
    expect((await listHomePlaces(editor)).every(({ pin: left }) => left === null)).toBe(true);
    // The clock alone ends what was kept of the page before.
    expect(await getSiteFrame()).not.toBe(frame);
  });

  it("skips a pinned story that readers may not see, and fills its place", async () => {
    const draft = await aDraft({ headline: "Not yet" });
    await pin("lead", draft.articleId);
    expect(await shown()).toEqual(stories);
    const live = await aPublishedArticle({ headline: "Withdrawn soon" });
    await pin("top-1", live.articleId);
    expect((await shown())[1]).toBe(live.articleId);
    await withdrawArticle(editor, { articleId: live.articleId, expectedVersion: live.version, reason: "wrong" });
    expect(await shown()).toEqual(stories);
    const places = await listHomePlaces(editor);
    expect(places[0]).toMatchObject({
      slot: "lead",
      pin: { headline: "Not yet", visible: false },
      shown: { articleId: stories[0] },
    });
  });
});

describe("pinStory", () => {
  it("moves a story that stands elsewhere", async () => {
    await pin("lead", stories[5]!);
    await pin("top-3", stories[5]!);
    expect(await database().homeSlot.findMany({ select: { slot: true } })).toEqual([{ slot: "top-3" }]);
    const audit = await database().auditEntry.findFirstOrThrow({
      where: { action: "home.pinned" },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({
      subjectId: "top-3",
      before: { movedFrom: "lead" },
      after: { articleId: stories[5] },
    });
  });

  it("lets one of two editors win, and tells the other", async () => {
    const results = await Promise.allSettled([pin("lead", stories[3]!), pin("lead", stories[4]!)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(pin("lead", stories[6]!)).rejects.toMatchObject({ code: "conflict" });
    await expect(unpinStory(editor, { slot: "lead", expectedArticleId: stories[6]! })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("refuses the past, the far future, unknown places and stories, and authors", async () => {
    const given = { slot: "lead" as const, articleId: stories[0]!, expectedArticleId: null };
    expect(() => pinStory(editor, { ...given, until: new Date(0) })).toThrow(/past/);
    expect(() => pinStory(editor, { ...given, until: new Date(Date.now() + 400 * 86_400_000) })).toThrow(/year/);
    expect(() => pinStory(editor, { ...given, slot: "nowhere" as never, until: tomorrow() })).toThrow(/slot/);
    await expect(pinStory(editor, { ...given, articleId: 999_999, until: tomorrow() })).rejects.toMatchObject({
      code: "not-found",
    });
    const trashed = await aDraft();
    await database().article.update({ where: { id: trashed.articleId }, data: { trashedAt: now() } });
    await expect(pin("lead", trashed.articleId)).rejects.toMatchObject({ fields: { articleId: [expect.any(String)] } });
    expect(() => pinStory(author, { ...given, until: tomorrow() })).toThrow(/Only editors/);
    expect(() => unpinStory(author, { slot: "lead", expectedArticleId: stories[0]! })).toThrow(/Only editors/);
    expect(await database().homeSlot.count()).toBe(0);
  });
});

it("unpinStory lets the place fill itself again", async () => {
  await pin("lead", stories[8]!);
  await unpinStory(editor, { slot: "lead", expectedArticleId: stories[8]! });
  expect((await shown())[0]).toBe(stories[0]);
});

it("findPinCandidates finds live stories by their headline", async () => {
  expect((await findPinCandidates(editor, "story 15")).map(({ headline }) => headline)).toEqual(["Story 15"]);
  await expect(findPinCandidates(author, "")).rejects.toThrow(/Only editors/);
});
