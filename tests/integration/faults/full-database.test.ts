/** The database's disk is full: every write fails with Postgres's own error, and reading goes on. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { autosaveArticle } from "@/lib/articles/commands/autosave-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/database-faults";
import { sql } from "@/lib/db/pool";
import { findArticle } from "@/lib/publications/queries/article";
import { failedState } from "@/lib/web/desk-action";
import { aDraft, aPublishedArticle, testActor } from "@/tests/factories/articles";
import { aColleague, aCompleteDraft } from "@/tests/factories/newsroom";

let editor: Actor;
const noRoom = { code: "unavailable", message: expect.stringMatching(/no room left.*Keep this page open/) as string };

beforeAll(async () => {
  editor = await aColleague("editor", "Eve");
  await sql(`CREATE FUNCTION fail_for_want_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file "base/1/1": No space left on device' USING ERRCODE = '53100'; END $$`);
});

/** Rows of these can't be written any more. */
const tables = ["article", "revision", "publication", "audit_entry"];

async function fillUp(): Promise<void> {
  for (const table of tables) {
    await sql(`CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION fail_for_want_of_room()`);
  }
}

async function makeRoom(): Promise<void> {
  for (const table of tables) await sql(`DROP TRIGGER IF EXISTS no_room ON ${table}`);
}

beforeEach(makeRoom);
afterEach(makeRoom);

describe("a database without room", () => {
  it("tells a writer so, and takes the same save when there is room again", async () => {
    const { articleId, version } = await aDraft({ headline: "Before" });
    const save = () =>
      autosaveArticle(editor, {
        articleId,
        expectedVersion: version,
        sessionKey: "a-tab-of-somebody",
        saveNumber: 1,
        workingCopy: { headline: "After" },
      });
    await fillUp();
    await expect(save()).rejects.toMatchObject(noRoom);
    expect((await getWorkingCopy(editor, articleId)).copy.headline).toBe("Before");
    await makeRoom();
    expect(await save()).toMatchObject({ ok: true });
    expect((await getWorkingCopy(editor, articleId)).copy.headline).toBe("After");
  });

  it("publishes nothing by half, and keeps what was typed into a form", async () => {
    const { articleId, version } = await aCompleteDraft(editor, { slug: "unlucky" });
    await fillUp();
    const error: unknown = await publishArticle(testActor, { articleId, expectedVersion: version }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject(noRoom);
    expect(await database().publication.count({ where: { slug: "unlucky" } })).toBe(0);
    const form = new FormData();
    form.set("headline", "What was typed");
    expect(failedState(error, form)).toMatchObject({
      code: "unavailable",
      message: noRoom.message,
      values: { headline: ["What was typed"] },
    });
  });

  it("is nothing that readers notice", async () => {
    await aPublishedArticle({ slug: "still-here", headline: "Still here" });
    await fillUp();
    expect(await findArticle("still-here")).toMatchObject({ headline: "Still here" });
  });

  it("that became read-only is the same to a writer", async () => {
    const { articleId, version } = await aDraft();
    const error: unknown = await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL transaction_read_only = on`;
      return tx.article.update({ where: { id: articleId }, data: { version: version + 1 } }).catch((e: unknown) => e);
    });
    expect(translateDatabaseError(error)).toMatchObject(noRoom);
  });
});
