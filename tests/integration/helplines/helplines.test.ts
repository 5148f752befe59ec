import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { createHelpline, deleteHelpline, orderHelplines, updateHelpline } from "@/lib/helplines/commands";
import { listHelplineRecords, listHelplines } from "@/lib/helplines/queries";
import { anActor } from "@/tests/factories/actors";

let administrator: Actor;
let editor: Actor;
beforeAll(async () => {
  administrator = await anActor("administrator");
  editor = await anActor("editor");
});

const line = (id: string) => ({
  id,
  region: "GB",
  country: "United Kingdom",
  name: `Line ${id}`,
  kind: "crisis",
  phone: ["116 123"],
  sourceUrl: "https://example.org/source",
  asOf: "2026-11",
});

describe("help lines", () => {
  it("are added at the end, changed, put in order and removed", async () => {
    await createHelpline(administrator, line("one"));
    await createHelpline(administrator, line("two"));
    await updateHelpline(administrator, { expectedVersion: 1, helpline: { ...line("one"), name: "Changed" } });
    await orderHelplines(administrator, { ids: ["two", "one"] });
    expect((await listHelplines()).map(({ name }) => name)).toEqual(["Line two", "Changed"]);
    await deleteHelpline(administrator, { id: "two", expectedVersion: 1 });
    expect((await listHelplines()).map(({ id }) => id)).toEqual(["one"]);
    const actions = (await database().auditEntry.findMany({ where: { subjectType: "helpline" } })).map(
      ({ action }) => action,
    );
    expect(actions).toEqual([
      "helpline.created",
      "helpline.created",
      "helpline.saved",
      "helplines.ordered",
      "helpline.deleted",
    ]);
  });

  it("are refused when stale, taken or incomplete", async () => {
    await createHelpline(administrator, line("kept"));
    await expect(createHelpline(administrator, line("kept"))).rejects.toMatchObject({
      fields: { id: [expect.any(String)] },
    });
    await expect(updateHelpline(administrator, { expectedVersion: 5, helpline: line("kept") })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(deleteHelpline(administrator, { id: "kept", expectedVersion: 5 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(deleteHelpline(administrator, { id: "nothing", expectedVersion: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(orderHelplines(administrator, { ids: ["kept"] })).rejects.toMatchObject({ code: "conflict" });
    expect(() => createHelpline(administrator, { ...line("x1"), phone: [], asOf: "2026-13" })).toThrow(/month/);
    expect(() => createHelpline(administrator, { ...line("x1"), phone: [] })).toThrow(/needed/);
    expect(() => createHelpline(administrator, { ...line("x1"), sourceUrl: "javascript:alert(1)" })).toThrow(
      /sourceUrl/,
    );
  });

  it("are for administrators", async () => {
    expect(() => createHelpline(editor, line("e1"))).toThrow(/Only administrators/);
    expect(() => updateHelpline(editor, { expectedVersion: 1, helpline: line("kept") })).toThrow(/Only administrators/);
    expect(() => deleteHelpline(editor, { id: "kept", expectedVersion: 1 })).toThrow(/Only administrators/);
    expect(() => orderHelplines(editor, { ids: [] })).toThrow(/Only administrators/);
    await expect(listHelplineRecords(editor)).rejects.toThrow(/Only administrators/);
  });
});
