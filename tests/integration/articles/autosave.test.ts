import { beforeAll, describe, expect, it } from "vitest";
import { autosaveArticle, type AutosaveResult } from "@/lib/articles/commands/autosave-article";
import { createArticle } from "@/lib/articles/commands/create-article";
import { duplicateArticle } from "@/lib/articles/commands/duplicate-article";
import { heartbeat, leave } from "@/lib/articles/commands/presence";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { startArticle } from "@/lib/articles/commands/start-article";
import { mergeWorkingCopies } from "@/lib/articles/compare/merge-working-copies";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { WorkingCopy } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { seeded } from "@/lib/richtext/testing/seeded-random";
import { aCategory, paragraphs } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft, aLivePiece, publicRows } from "@/tests/factories/newsroom";

let ann: Actor;
let ben: Actor;
let editor: Actor;
let reviewer: Actor;

beforeAll(async () => {
  ann = await aColleague("author", "Ann");
  ben = await aColleague("editor", "Ben");
  editor = await aColleague("editor", "Eve");
  reviewer = await aColleague("reviewer", "Rob");
});

/** One browser tab of somebody. */
function tab(actor: Actor, articleId: number, key = `tab-${Math.random().toString(36).slice(2, 12)}`) {
  let saves = 0;
  return (expectedVersion: number, workingCopy: Partial<WorkingCopy>, saveNumber = (saves += 1)) =>
    autosaveArticle(actor, { articleId, expectedVersion, sessionKey: key, saveNumber, workingCopy });
}
const saved = (result: AutosaveResult) => {
  if (!result.ok) throw new Error("a conflict");
  return result;
};
const conflict = (result: AutosaveResult) => {
  if (result.ok) throw new Error("no conflict");
  return result.conflict;
};
const revisions = (articleId: number) =>
  database().revision.findMany({ where: { articleId }, orderBy: { number: "asc" } });

describe("startArticle", () => {
  it("makes an empty draft whose address follows the headline until somebody chooses one", async () => {
    const { articleId, version, slug } = await startArticle(ann);
    expect(slug).toBe(`untitled-${String(articleId)}`);
    const save = tab(ann, articleId);
    const first = saved(await save(version, { headline: "Sleep" }));
    expect(first.slug).toBe("sleep");
    const second = saved(await save(first.version, { headline: "Sleep and rest" }));
    expect(second.slug).toBe("sleep-and-rest");
    const other = await startArticle(ben, { categoryId: await aCategory("news") });
    const taken = saved(await tab(ben, other.articleId)(other.version, { headline: "Sleep and rest" }));
    expect(taken.slug).toBe("sleep-and-rest-2");
    const third = saved(await save(second.version, { slug: "rest" }));
    const fourth = saved(await save(third.version, { headline: "Another headline" }));
    expect(fourth.slug).toBe("rest");
    const view = await getWorkingCopy(ann, articleId);
    expect(view.blockers.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["categoryId", "excerpt", "authorIds", "coverId"]),
    );
    expect(view).toMatchObject({
      state: "draft",
      createdBy: { name: "Ann" },
      lastSavedBy: { name: "Ann" },
      live: null,
    });
  });

  it("is refused to reviewers", () => {
    expect(() => startArticle(reviewer)).toThrow(/needs the role/);
  });
});

describe("duplicateArticle", () => {
  it("makes a draft of one's own, and leaves the review behind", async () => {
    const { articleId } = await aLivePiece(ben, { slug: "original", headline: "Original", reviewerId: null });
    const copy = await duplicateArticle(ann, { articleId });
    expect(copy.slug).toBe("original-copy");
    const view = await getWorkingCopy(ann, copy.articleId);
    expect(view.copy).toMatchObject({ headline: "Original (copy)", reviewerId: null, reviewedAt: null });
    expect(view).toMatchObject({ state: "draft", live: null, createdBy: { name: "Ann" } });
    await expect(duplicateArticle(ann, { articleId: 999_999 })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("autosaveArticle", () => {
  it("writes what changed and leaves the rest, and never what readers see", async () => {
    const { articleId, version } = await aLivePiece(ann, { slug: "live-one", excerpt: "First." });
    const before = await publicRows(articleId);
    const save = tab(ann, articleId);
    const result = saved(await save(version, { body: paragraphs("Another text."), coverAlt: "A longer path" }));
    expect(result).toMatchObject({ version: version + 1, slug: "live-one" });
    const { copy, unpublishedChanges, state } = await getWorkingCopy(ann, articleId);
    expect(copy).toMatchObject({ excerpt: "First.", coverAlt: "A longer path", body: paragraphs("Another text.") });
    expect({ unpublishedChanges, state }).toEqual({ unpublishedChanges: true, state: "published" });
    expect(await publicRows(articleId)).toEqual(before);
  });

  it("answers a save that is told again as the first time, also when others saved since", async () => {
    const { articleId, version } = await aCompleteDraft(ann);
    const save = tab(ann, articleId);
    const first = saved(await save(version, { excerpt: "One." }, 1));
    expect(saved(await save(version, { excerpt: "One." }, 1)).version).toBe(first.version);
    const after = saved(await tab(editor, articleId)(first.version, { excerpt: "Two." }));
    expect(saved(await save(version, { excerpt: "One." }, 1)).version).toBe(first.version);
    const view = await getWorkingCopy(ann, articleId);
    expect([view.version, view.copy.excerpt]).toEqual([after.version, "Two."]);
  });

  it("brings both texts and what they come from when somebody saved in between, and writes nothing", async () => {
    const { articleId, version } = await aCompleteDraft(ann, { headline: "Base", body: paragraphs("one", "two") });
    const theirs = saved(await tab(editor, articleId)(version, { body: paragraphs("one", "two, by Eve") }));
    const mine = conflict(await tab(ann, articleId)(version, { body: paragraphs("one, by Ann", "two") }));
    expect(mine).toMatchObject({ baseVersion: version, version: theirs.version, by: "Eve" });
    expect(mine.base.body).toEqual(paragraphs("one", "two"));
    const { merged, conflicts } = mergeWorkingCopies(
      mine.base,
      { ...mine.base, body: paragraphs("one, by Ann", "two") },
      mine.current,
    );
    expect([merged.body, conflicts]).toEqual([paragraphs("one, by Ann", "two, by Eve"), []]);
    saved(await tab(ann, articleId)(mine.version, { body: merged.body }));
    expect((await getWorkingCopy(ann, articleId)).copy.body).toEqual(merged.body);
  });

  it("refuses forged and stale requests with a reason", async () => {
    const { articleId, version } = await aCompleteDraft(ben);
    await expect(tab(ann, articleId)(version, { excerpt: "Mine now." })).rejects.toMatchObject({ code: "forbidden" });
    expect(() => tab(reviewer, articleId)(version, {})).toThrow(/needs the role/);
    await expect(tab(ben, articleId)(version, { tagIds: [999_999] })).rejects.toMatchObject({ code: "invalid" });
    await expect(tab(ben, articleId)(version, { slug: "live-one" })).rejects.toMatchObject({ code: "conflict" });
    expect(() => tab(ben, articleId, "x")(version, {})).toThrow(/sessionKey/);
    await expect(tab(ben, 999_999)(1, {})).rejects.toMatchObject({ code: "not-found" });
    expect((await getWorkingCopy(ben, articleId)).version).toBe(version);
  });

  it("loses no accepted text of two writers whose requests fail one time in five", async () => {
    const { articleId, version } = await aCompleteDraft(editor, { body: paragraphs("start") });
    const random = seeded(7);
    const writers = [editor, ben].map((actor, index) => ({
      save: tab(actor, articleId),
      version,
      base: paragraphs("start"),
      name: `writer${String(index)}`,
      accepted: [] as string[],
    }));
    for (let round = 0; round < 24; round += 1) {
      const writer = writers[random.below(2)]!;
      const line = `${writer.name} wrote line ${String(round)}`;
      let body = { ...writer.base, content: [...writer.base.content, ...paragraphs(line).content] };
      for (let attempt = 1, done = false; !done; attempt += 1) {
        const number = round * 100 + attempt;
        const ask = () => writer.save(writer.version, { body }, number);
        // The answer is lost, the save is not: the tab sends it once more.
        if (random.below(5) === 0) await ask();
        const result = await ask();
        if (result.ok) {
          Object.assign(writer, { version: result.version, base: body });
          done = true;
        } else {
          const { base, current } = result.conflict;
          const { merged, conflicts } = mergeWorkingCopies(base, { ...base, body }, current);
          const kept = conflicts.flatMap((one) => (one.kind === "body" ? one.theirs : []));
          body = { ...merged.body, content: [...merged.body.content, ...kept] };
          writer.version = result.conflict.version;
        }
      }
      writer.accepted.push(line);
    }
    const { copy } = await getWorkingCopy(editor, articleId);
    const text = JSON.stringify(copy.body);
    for (const line of writers.flatMap(({ accepted }) => accepted)) expect(text).toContain(line);
  });
});

describe("revisions of autosaves", () => {
  it("are written for the first text of a sitting, after ten minutes, and before somebody else changes it", async () => {
    setClock(new Date("2026-05-01T10:00:00Z"));
    const { articleId, version } = await aCompleteDraft(ann);
    const save = tab(ann, articleId);
    setClock(new Date("2026-05-01T10:01:00Z"));
    const one = saved(await save(version, { excerpt: "After one minute." }));
    expect(await revisions(articleId)).toHaveLength(1);
    setClock(new Date("2026-05-01T10:11:00Z"));
    const two = saved(await save(one.version, { excerpt: "After eleven minutes." }));
    expect(await revisions(articleId)).toHaveLength(2);
    setClock(new Date("2026-05-01T10:12:00Z"));
    const three = saved(await save(two.version, { excerpt: "Ann's last word." }));
    setClock(new Date("2026-05-01T10:13:00Z"));
    saved(await tab(editor, articleId)(three.version, { excerpt: "Eve's word." }));
    const all = await revisions(articleId);
    const excerpts = all.map(({ snapshot }) => (snapshot as { excerpt: string }).excerpt);
    expect(excerpts.slice(1)).toEqual(["After eleven minutes.", "Ann's last word.", "Eve's word."]);
    const ids = [ann, ann, ann, editor].map((actor) => (actor.kind === "user" ? actor.id : null));
    expect(all.map(({ actorId }) => actorId)).toEqual(ids);
  });

  it("keeps what somebody has open as the base of a merge, long after it was written", async () => {
    setClock(new Date("2026-05-01T08:00:00Z"));
    const { articleId, version } = await aCompleteDraft(ann, { body: paragraphs("as Eve opened it") });
    setClock(new Date("2026-05-14T08:00:00Z"));
    const save = tab(ann, articleId);
    let current = version;
    for (let minute = 0; minute < 61; minute += 1) {
      setClock(new Date(Date.UTC(2026, 4, 14, 8, minute)));
      current = saved(await save(current, { excerpt: `Minute ${String(minute)}` })).version;
    }
    const kept = await database().articleVersion.count({ where: { articleId } });
    expect(kept).toBeLessThan(40);
    const { base, baseVersion } = conflict(await tab(editor, articleId)(version, { excerpt: "Eve's" }));
    expect([baseVersion, base.body]).toEqual([version, paragraphs("as Eve opened it")]);
  });

  it("knows the base of articles that were written in bulk, too", async () => {
    const { id: articleId } = await database().article.create({
      data: { slug: "bulk", headline: "Bulk", body: paragraphs("x"), categoryId: await aCategory("news") },
    });
    saved(await tab(editor, articleId)(1, { excerpt: "Eve's" }));
    const { base } = conflict(await tab(ben, articleId)(1, { excerpt: "Ben's" }));
    expect(base.excerpt).toBe("");
  });
});

describe("approval", () => {
  it("ends when somebody changes the text who could not have given it, and stays otherwise", async () => {
    const { articleId, version } = await aCompleteDraft(ann);
    const approved = {
      state: "approved",
      approvedAt: new Date(),
      approvedById: (editor as { id: number }).id,
    } as const;
    await database().article.update({ where: { id: articleId }, data: approved });
    const kept = saved(await tab(ben, articleId)(version, { excerpt: "A comma." }));
    expect(await getWorkingCopy(ann, articleId)).toMatchObject({ state: "approved", approvedBy: { name: "Eve" } });
    saved(await tab(ann, articleId)(kept.version, { excerpt: "Another meaning." }));
    const after = await getWorkingCopy(ann, articleId);
    expect(after).toMatchObject({ state: "in_review", approvedAt: null, approvedBy: null });
  });
});

describe("saveArticle", () => {
  it("keeps the last text of another writer as a revision before it replaces it", async () => {
    const { articleId, version } = await createArticle(ann, { slug: "replaced", body: paragraphs("1") });
    const { version: second } = saved(await tab(ann, articleId)(version, { body: paragraphs("2") }));
    const workingCopy = { slug: "replaced", body: paragraphs("3") };
    await saveArticle(editor, { articleId, expectedVersion: second, workingCopy });
    const texts = (await revisions(articleId)).map(
      ({ snapshot }) => JSON.stringify(snapshot).match(/"text":"(\d)"/)?.[1],
    );
    expect(texts).toEqual(["1", "2", "3"]);
  });
});

describe("presence", () => {
  it("tells who else is there, until they leave or are not heard of", async () => {
    setClock(new Date("2026-05-01T10:00:00Z"));
    const { articleId, version } = await aCompleteDraft(ann);
    const here = (actor: Actor, sessionKey: string) => heartbeat(actor, { articleId, sessionKey });
    expect(await here(ann, "ann-tab-1")).toEqual({ others: [], version });
    expect((await here(ben, "ben-tab-1")).others).toMatchObject([{ name: "Ann", self: false }]);
    expect((await here(ann, "ann-tab-2")).others).toMatchObject([
      { name: "Ann", self: true, sessionKey: "ann-tab-1" },
      { name: "Ben", self: false },
    ]);
    await leave(ben, { articleId, sessionKey: "ben-tab-1" });
    await leave(ben, { articleId, sessionKey: "ann-tab-2" });
    expect((await here(ann, "ann-tab-1")).others).toMatchObject([{ sessionKey: "ann-tab-2" }]);
    setClock(new Date("2026-05-01T10:00:31Z"));
    expect((await here(ben, "ben-tab-1")).others).toEqual([]);
    await expect(
      heartbeat(await aColleague("moderator"), { articleId, sessionKey: "mod-tab-1" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
