import { beforeAll, describe, expect, it } from "vitest";
import { approveArticle } from "@/lib/articles/commands/approve-article";
import { assignArticle } from "@/lib/articles/commands/assign-article";
import { emptyTrash } from "@/lib/articles/commands/empty-trash";
import { moveToTrash } from "@/lib/articles/commands/move-to-trash";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { recallArticle } from "@/lib/articles/commands/recall-article";
import { requestChanges } from "@/lib/articles/commands/request-changes";
import { restoreFromTrash } from "@/lib/articles/commands/restore-from-trash";
import { runBulk } from "@/lib/articles/commands/run-bulk";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { submitArticle } from "@/lib/articles/commands/submit-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { findWithdrawal } from "@/lib/redirects/queries";
import { testActor } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft, aLivePiece } from "@/tests/factories/newsroom";

type Person = Actor & { kind: "user" };
let author: Person;
let contributor: Person;
let editor: Person;
let reviewer: Person;
let moderator: Person;

beforeAll(async () => {
  author = await aColleague("author", "Ann");
  contributor = await aColleague("contributor", "Cor");
  editor = await aColleague("editor", "Eve");
  reviewer = await aColleague("reviewer", "Rob");
  moderator = await aColleague("moderator", "Moe");
});

const ref = ({ articleId, version }: { articleId: number; version: number }) => ({
  articleId,
  expectedVersion: version,
});
const stateOf = async (articleId: number) => (await getWorkingCopy(testActor, articleId)).state;
const audits = async (articleId: number) =>
  (
    await database().auditEntry.findMany({
      where: { subjectType: "article", subjectId: String(articleId) },
      orderBy: { id: "asc" },
    })
  ).map(({ action }) => action);
const mailsTo = (person: Person) =>
  database().outgoingMail.findMany({ where: { to: person.email }, orderBy: { id: "asc" } });

describe("the way of an article", () => {
  it("goes from draft by review to readers, is audited at each step, and tells who is waited for", async () => {
    const draft = await aCompleteDraft(contributor, { slug: "the-way" });
    const { articleId } = draft;
    await assignArticle(editor, { articleId, editorId: editor.id, reviewerId: reviewer.id });
    await submitArticle(contributor, { ...ref(draft), note: "Please look at the second part." });
    expect(await stateOf(articleId)).toBe("in_review");
    await requestChanges(reviewer, { ...ref(draft), comment: "Name the source." });
    expect(await stateOf(articleId)).toBe("changes_requested");
    const { copy } = await getWorkingCopy(contributor, articleId);
    const saved = await saveArticle(contributor, { ...ref(draft), workingCopy: { ...copy, excerpt: "Better." } });
    await submitArticle(contributor, ref(saved));
    await approveArticle(reviewer, ref(saved));
    expect(await getWorkingCopy(editor, articleId)).toMatchObject({ state: "approved", approvedBy: { name: "Rob" } });
    const published = await publishArticle(editor, ref(saved));
    const view = await getWorkingCopy(editor, articleId);
    expect(view).toMatchObject({ state: "published", unpublishedChanges: false, live: { path: "/news/the-way" } });
    expect(published.version).toBe(saved.version + 1);
    expect(await audits(articleId)).toEqual([
      "article.created",
      "article.assigned",
      "article.submitted",
      "article.changes-requested",
      "article.saved",
      "article.submitted",
      "article.approved",
      "article.published",
    ]);
    const reasons = await database().revision.findMany({ where: { articleId }, orderBy: { number: "asc" } });
    expect(reasons.map(({ reason }) => reason)).toEqual(["created", "submitted", "saved", "submitted", "published"]);
    expect((await mailsTo(reviewer)).map(({ subject }) => subject.split(":")[0])).toEqual([
      "For you to review",
      "To review",
      "To review",
    ]);
    expect((await mailsTo(contributor)).map(({ subject }) => subject.split(":")[0])).toEqual([
      "Changes asked for",
      "Approved",
    ]);
    expect((await mailsTo(contributor))[0]?.text).toContain("Name the source.");
  });

  it("lets nobody approve or publish a text of their own that nobody else approved", async () => {
    const own = await aCompleteDraft(editor);
    await submitArticle(editor, ref(own));
    await expect(approveArticle(editor, ref(own))).rejects.toMatchObject({ code: "forbidden" });
    await expect(publishArticle(editor, ref(own))).rejects.toMatchObject({ code: "forbidden" });
    await expect(assignArticle(editor, { articleId: own.articleId, reviewerId: editor.id })).rejects.toMatchObject({
      code: "invalid",
    });
    await approveArticle(reviewer, ref(own));
    await publishArticle(editor, ref(own));
    expect(await stateOf(own.articleId)).toBe("published");
  });

  it("approves only the text that was read, and once", async () => {
    const draft = await aCompleteDraft(author);
    await submitArticle(author, ref(draft));
    const { copy } = await getWorkingCopy(author, draft.articleId);
    const saved = await saveArticle(author, { ...ref(draft), workingCopy: { ...copy, excerpt: "Changed meanwhile." } });
    await expect(approveArticle(reviewer, ref(draft))).rejects.toMatchObject({ code: "conflict" });
    const attempts = await Promise.allSettled([
      approveArticle(reviewer, ref(saved)),
      approveArticle(editor, ref(saved)),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes an article back, and an approval with it", async () => {
    const draft = await aCompleteDraft(contributor);
    await submitArticle(contributor, ref(draft));
    const { copy } = await getWorkingCopy(contributor, draft.articleId);
    const write = () => saveArticle(contributor, { ...ref(draft), workingCopy: copy });
    await expect(write()).rejects.toMatchObject({ code: "conflict", message: /Take it back/ });
    await approveArticle(reviewer, ref(draft));
    await recallArticle(contributor, ref(draft));
    const view = await getWorkingCopy(contributor, draft.articleId);
    expect(view).toMatchObject({ state: "draft", approvedAt: null, submittedAt: null });
    await write();
    await expect(recallArticle(contributor, ref(draft))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused at every step to who may not, before anything is written", async () => {
    const draft = await aCompleteDraft(author);
    const given = ref(draft);
    const refused: [Actor, (actor: Actor) => unknown][] = [
      [reviewer, (actor) => submitArticle(actor, given)],
      [author, (actor) => approveArticle(actor, given)],
      [author, (actor) => requestChanges(actor, { ...given, comment: "x" })],
      [reviewer, (actor) => publishArticle(actor, given)],
      [author, (actor) => withdrawArticle(actor, { ...given, reason: "x" })],
      [author, (actor) => assignArticle(actor, { articleId: draft.articleId })],
      [moderator, (actor) => moveToTrash(actor, { articleId: draft.articleId })],
      [author, (actor) => emptyTrash(actor)],
      [moderator, (actor) => getWorkingCopy(actor, draft.articleId)],
    ];
    for (const [actor, attempt] of refused) {
      await expect(Promise.resolve().then(() => attempt(actor))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(submitArticle(contributor, given)).rejects.toMatchObject({ code: "forbidden" });
    expect(() => requestChanges(reviewer, { ...given, comment: " " })).toThrow(/comment/);
    expect(await audits(draft.articleId)).toEqual(["article.created"]);
  });

  it("tells nobody, and changes nothing, when it fails half-way", async () => {
    const draft = await aCompleteDraft(author);
    await assignArticle(editor, { articleId: draft.articleId, reviewerId: reviewer.id });
    const before = (await mailsTo(reviewer)).length;
    await database()
      .$executeRaw`ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> 'article.submitted') NOT VALID`;
    await expect(submitArticle(author, ref(draft))).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT broken`;
    expect(await stateOf(draft.articleId)).toBe("draft");
    expect(await mailsTo(reviewer)).toHaveLength(before);
    expect(await database().revision.count({ where: { articleId: draft.articleId } })).toBe(1);
  });

  it("names everything that is missing to who wants to publish", async () => {
    const draft = await aCompleteDraft(author, { headline: "", categoryId: null, coverId: null, healthClaims: true });
    await submitArticle(author, ref(draft));
    await expect(publishArticle(editor, ref(draft))).rejects.toMatchObject({
      fields: {
        headline: expect.anything() as unknown,
        categoryId: expect.anything() as unknown,
        coverId: expect.anything() as unknown,
        reviewerId: expect.anything() as unknown,
        citations: expect.anything() as unknown,
      },
    });
    expect(await stateOf(draft.articleId)).toBe("in_review");
  });
});

describe("assignArticle", () => {
  it("takes only accounts that can do it", async () => {
    const { articleId } = await aCompleteDraft(author);
    const wrong = [{ editorId: author.id }, { reviewerId: contributor.id }, { editorId: 999_999 }];
    for (const given of wrong) {
      await expect(assignArticle(editor, { articleId, ...given })).rejects.toMatchObject({ code: "invalid" });
    }
    await assignArticle(editor, { articleId, editorId: editor.id });
    await assignArticle(editor, { articleId, reviewerId: reviewer.id });
    await assignArticle(editor, { articleId, editorId: null });
    const view = await getWorkingCopy(editor, articleId);
    expect([view.editor, view.assignedReviewer?.name]).toEqual([null, "Rob"]);
  });
});

describe("the trash", () => {
  it("holds what readers do not see, gives it back as it was, and is emptied after 30 days", async () => {
    setClock(new Date("2026-03-01T10:00:00Z"));
    const draft = await aCompleteDraft(author, { slug: "to-the-trash" });
    const live = await aLivePiece(author, { slug: "was-live" });
    const { articleId } = live;
    await expect(moveToTrash(editor, { articleId })).rejects.toMatchObject({ code: "conflict" });
    await withdrawArticle(editor, { ...ref(live), reason: "The study was retracted." });
    await moveToTrash(editor, { articleId });
    await moveToTrash(author, { articleId: draft.articleId });
    await expect(submitArticle(author, ref(draft))).rejects.toMatchObject({ message: /in the trash/ });
    await restoreFromTrash(author, { articleId: draft.articleId });
    expect(await stateOf(draft.articleId)).toBe("draft");
    setClock(new Date("2026-03-31T09:59:59Z"));
    expect(await emptyTrash(editor)).toEqual({ removed: 0 });
    setClock(new Date("2026-03-31T10:00:00Z"));
    expect(await emptyTrash(editor)).toEqual({ removed: 1 });
    expect(await database().publication.count({ where: { articleId } })).toBe(0);
    await expect(getWorkingCopy(editor, articleId)).rejects.toMatchObject({ code: "not-found" });
    expect(await findWithdrawal("/news/was-live")).toMatchObject({ reason: "The study was retracted." });
    expect((await audits(articleId)).at(-1)).toBe("article.removed");
  });

  it("is emptied of named articles by hand, and of nothing that is not in it", async () => {
    const [one, two] = [await aCompleteDraft(author), await aCompleteDraft(author)];
    await moveToTrash(author, { articleId: one.articleId });
    expect(await emptyTrash(editor, { articleIds: [one.articleId, two.articleId] })).toEqual({ removed: 1 });
    expect(await stateOf(two.articleId)).toBe("draft");
  });
});

describe("runBulk", () => {
  it("gives a result for each article, and lets no refusal stop the others", async () => {
    const [draft, other, live] = [await aCompleteDraft(author), await aCompleteDraft(author), await aLivePiece(author)];
    const articleIds = [draft, live, other].map(({ articleId }) => articleId);
    expect(await runBulk(editor, { verb: "submit", articleIds: [...articleIds, 999_999] })).toEqual([
      { articleId: articleIds[0], ok: true },
      { articleId: articleIds[1], ok: true },
      { articleId: articleIds[2], ok: true },
      { articleId: 999_999, ok: false, code: "not-found", message: expect.any(String) as unknown },
    ]);
    const trash = await runBulk(editor, { verb: "moveToTrash", articleIds });
    expect(trash.map(({ ok }) => ok)).toEqual([true, false, true]);
    const removed = await runBulk(editor, { verb: "remove", articleIds });
    expect(removed.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect((await runBulk(author, { verb: "approve", articleIds: [articleIds[1]!] }))[0]).toMatchObject({
      ok: false,
      code: "forbidden",
    });
    await expect(runBulk(moderator, { verb: "submit", articleIds })).rejects.toMatchObject({ code: "forbidden" });
  });
});
