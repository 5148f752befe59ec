import { beforeAll, describe, expect, it } from "vitest";
import { exportAudit, listAudit, listAuditChoices } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { saveSiteSettings } from "@/lib/settings/commands";
import { createTag } from "@/lib/taxonomy/commands";
import { updateTag } from "@/lib/taxonomy/tag-commands";
import { anActor } from "@/tests/factories/actors";

let administrator: Actor;
let editor: Actor;
let tagId: number;
beforeAll(async () => {
  administrator = await anActor("administrator");
  editor = await anActor("editor");
  setClock(new Date("2026-11-23T23:30:00Z"));
  await saveSiteSettings(administrator, { expectedVersion: 0, settings: { timeZone: "Europe/Berlin" } });
  tagId = await createTag(editor, { name: "First" });
  setClock(new Date("2026-11-25T12:00:00Z"));
  await updateTag(editor, { id: tagId, expectedVersion: 1, tag: { slug: "first", name: "=Formula, “quoted”" } });
});

describe("listAudit", () => {
  it("says who did what, before and after, newest first", async () => {
    const { entries, nextBefore } = await listAudit(administrator, {});
    expect(nextBefore).toBeNull();
    expect(entries.map(({ action }) => action)).toEqual(["tag.saved", "tag.created", "settings.saved"]);
    expect(entries[0]).toMatchObject({
      who: "editor@example.org",
      subjectType: "tag",
      subjectId: String(tagId),
      before: { name: "First" },
      after: { name: "=Formula, “quoted”" },
    });
  });

  it.each([
    [{ who: "ADMIN" }, ["settings.saved"]],
    [{ action: "tag.saved" }, ["tag.saved"]],
    [{ action: "tag." }, ["tag.saved", "tag.created"]],
    [{ subjectType: "tag", subjectId: "999" }, []],
    // 23:30 UTC is half past midnight of the 24th in Berlin.
    [{ from: "2026-11-24", to: "2026-11-24" }, ["tag.created", "settings.saved"]],
    [{ to: "2026-11-23" }, []],
    [{ from: "2026-11-25" }, ["tag.saved"]],
  ])("filters by %j", async (filter, actions) => {
    const { entries } = await listAudit(administrator, { filter });
    expect(entries.map(({ action }) => action)).toEqual(actions);
  });

  it("pages by keyset: entries that are written meanwhile move nothing", async () => {
    await sql(
      `INSERT INTO audit_entry (actor_label, action, subject_type, subject_id)
       SELECT 'system:cli', 'many.written', 'many', n::text FROM generate_series(1, 120) AS n`,
    );
    const filter = { subjectType: "many" };
    const first = await listAudit(administrator, { filter });
    await sql(
      "INSERT INTO audit_entry (actor_label, action, subject_type, subject_id) VALUES ('x', 'late', 'many', '0')",
    );
    const second = await listAudit(administrator, { filter, before: first.nextBefore });
    const third = await listAudit(administrator, { filter, before: second.nextBefore });
    const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ subjectId }) => Number(subjectId)));
    expect(ids).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
    expect(third.nextBefore).toBeNull();
  });

  it("knows what can be filtered by", async () => {
    const { actions, subjectTypes } = await listAuditChoices(administrator);
    expect(actions).toEqual(["late", "many.written", "settings.saved", "tag.created", "tag.saved"]);
    expect(subjectTypes).toEqual(["many", "setting", "tag"]);
  });

  it("is for administrators, and refuses odd filters", async () => {
    await expect(listAudit(editor, {})).rejects.toThrow(/Only administrators/);
    await expect(listAuditChoices(editor)).rejects.toThrow(/Only administrators/);
    await expect(exportAudit(editor, {}).next()).rejects.toThrow(/Only administrators/);
    await expect(listAudit(administrator, { filter: { from: "yesterday" } })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

it("exportAudit writes CSV that no spreadsheet reads as a formula", async () => {
  let csv = "";
  for await (const piece of exportAudit(administrator, { action: "tag." })) csv += piece;
  const [head, saved, created, end] = csv.split("\n");
  expect(head).toBe("id,at,who,action,subject type,subject,before,after");
  expect(saved).toContain(`2026-11-25T12:00:00.000Z,editor@example.org,tag.saved,tag,${String(tagId)},"{""`);
  expect(created).toContain("tag.created");
  expect(end).toBe("");
});

it("the log is written once: no change, no removal, no emptying", async () => {
  for (const statement of ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"]) {
    await expect(sql(statement)).rejects.toThrow(/never changed/);
  }
  // Removing an account unlinks it and leaves its name.
  const [row] = await sql<{ id: number }>("SELECT id FROM app_user WHERE email = 'editor@example.org'");
  await database().user.delete({ where: { id: row!.id } });
  expect((await listAudit(administrator, { filter: { who: "editor@" } })).entries).toHaveLength(2);
});
