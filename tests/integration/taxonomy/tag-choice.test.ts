import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { chooseTag } from "@/lib/taxonomy/tag-choice-commands";
import { findTagNamed, listTagsById } from "@/lib/taxonomy/tag-search-queries";
import { anActor } from "@/tests/factories/actors";
import { aTag } from "@/tests/factories/articles";

const actors = new Map<Role, Actor>();
const actor = (role: Role): Actor => actors.get(role)!;
let selfEsteem = 0;

beforeAll(async () => {
  for (const role of ["author", "contributor", "reviewer", "moderator"] as const) actors.set(role, await anActor(role));
  selfEsteem = await aTag("self-esteem");
});

const tagsNamed = (name: string) => database().tag.count({ where: { name: { equals: name, mode: "insensitive" } } });

describe("chooseTag", () => {
  it("makes a tag of a new name, tidied, with an audit entry", async () => {
    const tag = await chooseTag(actor("author"), { name: "  #Panic   attacks, " });
    expect(tag).toMatchObject({ name: "Panic attacks", slug: "panic-attacks", created: true });
    const audit = await database().auditEntry.findFirstOrThrow({
      where: { action: "tag.created", subjectId: String(tag.id) },
    });
    expect(audit.actorId).toBe((actor("author") as { id: number }).id);
  });

  it.each(["self esteem", "SELF ESTEEM", "Self-Esteem", "#self esteem,"])(
    "takes the tag that is there for %j",
    async (name) => {
      expect(await chooseTag(actor("author"), { name })).toMatchObject({ id: selfEsteem, created: false });
    },
  );

  it("lets contributors choose what is there, and makes nothing for them", async () => {
    expect(await chooseTag(actor("contributor"), { name: "self esteem" })).toMatchObject({ id: selfEsteem });
    await expect(chooseTag(actor("contributor"), { name: "a new one" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await tagsNamed("a new one")).toBe(0);
  });

  it("is for those who write", async () => {
    for (const role of ["reviewer", "moderator"] as const) {
      await expect(chooseTag(actor(role), { name: "self esteem" })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it.each(["", " , ", "#", "心理", "x".repeat(81), "x".repeat(501)])("refuses %j", async (name) => {
    const before = await database().tag.count();
    await expect(chooseTag(actor("author"), { name })).rejects.toMatchObject({ code: "invalid" });
    expect(await database().tag.count()).toBe(before);
  });

  it("gives everybody the same tag who types it at the same time", async () => {
    const chosen = await Promise.all(
      Array.from({ length: 6 }, (_, index) => chooseTag(actor("author"), { name: index % 2 ? "Burnout" : "burnout" })),
    );
    expect(new Set(chosen.map(({ id }) => id)).size).toBe(1);
    expect(chosen.filter(({ created }) => created)).toHaveLength(1);
    expect(await tagsNamed("burnout")).toBe(1);
  });
});

describe("tags for fields", () => {
  it("finds by ids, and leaves out what is gone", async () => {
    expect(await listTagsById(actor("reviewer"), [999_999, selfEsteem])).toEqual([
      { id: selfEsteem, slug: "self-esteem", name: "self esteem" },
    ]);
    expect(await listTagsById(actor("reviewer"), [])).toEqual([]);
  });

  it("finds by name or by the address that the name would get", async () => {
    expect((await findTagNamed(actor("reviewer"), "Sélf  Esteem"))?.id).toBe(selfEsteem);
    expect(await findTagNamed(actor("reviewer"), "self")).toBeNull();
    expect(await findTagNamed(actor("reviewer"), "%")).toBeNull();
  });

  it("is for those who read articles in the desk", () => {
    expect(() => listTagsById(actor("moderator"), [1])).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
