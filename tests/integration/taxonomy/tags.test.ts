import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { findArticle } from "@/lib/publications/queries/article";
import { listByTag } from "@/lib/publications/queries/lists";
import { findRedirect } from "@/lib/redirects/queries";
import { searchArticles } from "@/lib/search/queries";
import { createTag } from "@/lib/taxonomy/commands";
import { findTags, getTag, listTags } from "@/lib/taxonomy/queries";
import { deleteTag, mergeTags, updateTag } from "@/lib/taxonomy/tag-commands";
import { anActor } from "@/tests/factories/actors";
import { aDraft, aPublishedArticle, aTag } from "@/tests/factories/articles";

let editor: Actor;
let author: Actor;
let contributor: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
  contributor = await anActor("contributor");
});

describe("createTag", () => {
  it("makes the address of the name, for authors too", async () => {
    const id = await createTag(author, { name: "  Café & Ängste " });
    expect(await getTag(editor, id)).toMatchObject({ name: "Café & Ängste", slug: "cafe-angste", articles: 0 });
  });

  it("refuses taken names, names without letters, and contributors", async () => {
    await createTag(editor, { name: "Taken name" });
    await expect(createTag(editor, { name: "Taken name", slug: "another" })).rejects.toMatchObject({
      fields: { name: [expect.any(String)] },
    });
    expect(() => createTag(editor, { name: "心理" })).toThrow(/no letter/);
    expect(() => createTag(contributor, { name: "Mine" })).toThrow(/author or editor/);
  });
});

describe("updateTag", () => {
  it("renames for readers and for their search, and moves the address", async () => {
    const id = await aTag("weariness");
    await aPublishedArticle({ slug: "tagged-text", tagIds: [id] });
    await updateTag(editor, { id, expectedVersion: 1, tag: { slug: "fatigue", name: "fatigue" } });
    expect((await findArticle("tagged-text"))?.tags).toMatchObject([{ slug: "fatigue", name: "fatigue" }]);
    expect((await searchArticles("fatigue", null, 1)).items.map(({ slug }) => slug)).toEqual(["tagged-text"]);
    expect((await searchArticles("weariness", null, 1)).items).toEqual([]);
    expect(await findRedirect("/tag/weariness")).toMatchObject({ status: 301, location: "/tag/fatigue" });
  });

  it("refuses a stale form, a taken name and others", async () => {
    const id = await aTag("guarded-tag");
    const tag = { slug: "guarded-tag", name: "Guarded" };
    await expect(updateTag(editor, { id, expectedVersion: 3, tag })).rejects.toMatchObject({ code: "conflict" });
    await aTag("held");
    await expect(updateTag(editor, { id, expectedVersion: 1, tag: { slug: "held", name: "X" } })).rejects.toMatchObject(
      {
        fields: { name: [expect.any(String)] },
      },
    );
    expect(() => updateTag(author, { id, expectedVersion: 1, tag })).toThrow(/Only editors/);
    expect(() => updateTag(editor, { id, expectedVersion: 1, tag: { slug: "No Slug", name: "X" } })).toThrow(/slug/);
    expect((await getTag(editor, id)).version).toBe(1);
  });

  it("lets one of two win who started from the same version", async () => {
    const id = await aTag("two-editors");
    const results = await Promise.allSettled(
      ["one", "two"].map((name) => updateTag(editor, { id, expectedVersion: 1, tag: { slug: "two-editors", name } })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("mergeTags", () => {
  it("moves what carried it, once, and remembers the old id", async () => {
    const [from, into, other] = [await aTag("adhs"), await aTag("adhd"), await aTag("sleep")];
    await aPublishedArticle({ slug: "only-from", tagIds: [from] });
    await aPublishedArticle({ slug: "both", tagIds: [from, other, into] });
    const draft = await aDraft({ slug: "only-draft", tagIds: [from] });
    expect(await mergeTags(editor, { fromId: from, expectedVersion: 1, intoId: into })).toEqual({ articles: 3 });
    expect(await database().tag.count({ where: { id: from } })).toBe(0);
    expect((await findArticle("both"))?.tags.map(({ slug }) => slug)).toEqual(["sleep", "adhd"]);
    expect((await listByTag(into, 1)).items.map(({ slug }) => slug).sort()).toEqual(["both", "only-from"]);
    expect(await database().articleTag.findMany({ where: { articleId: draft.articleId } })).toMatchObject([
      { tagId: into },
    ]);
    expect((await searchArticles("adhs", null, 1)).items).toEqual([]);
    expect((await searchArticles("adhd", null, 1)).items).toHaveLength(2);
    expect(await findRedirect("/tag/adhs")).toMatchObject({ location: "/tag/adhd" });
    expect(await database().mergedTag.findUnique({ where: { oldId: from } })).toMatchObject({ tagId: into });
    const article = await database().article.findUniqueOrThrow({ where: { id: draft.articleId } });
    expect(article.version).toBe(draft.version + 1);
    await expect(getTag(editor, from)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused to others, with itself, from a stale list", async () => {
    const [from, into] = [await aTag("stays"), await aTag("stays-too")];
    expect(() => mergeTags(author, { fromId: from, expectedVersion: 1, intoId: into })).toThrow(/Only editors/);
    expect(() => mergeTags(editor, { fromId: from, expectedVersion: 1, intoId: from })).toThrow(/same/);
    await expect(mergeTags(editor, { fromId: from, expectedVersion: 2, intoId: into })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(mergeTags(editor, { fromId: from, expectedVersion: 1, intoId: 999_999 })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await database().tag.count({ where: { id: from } })).toBe(1);
  });
});

describe("deleteTag", () => {
  it("refuses while it is used", async () => {
    const used = await aTag("in-use");
    await aDraft({ tagIds: [used] });
    await expect(deleteTag(editor, { id: used, expectedVersion: 1 })).rejects.toThrow(/used: 1 article/);
    const unused = await aTag("not-in-use");
    expect(() => deleteTag(author, { id: unused, expectedVersion: 1 })).toThrow(/Only editors/);
    await deleteTag(editor, { id: unused, expectedVersion: 1 });
    expect(await database().tag.count({ where: { id: unused } })).toBe(0);
  });
});

describe("listTags", () => {
  it("pages, searches and sorts 20,000 tags", async () => {
    await sql(
      "INSERT INTO tag (slug, name) SELECT 'generated-' || n, 'Generated ' || n FROM generate_series(1, 20000) AS n",
    );
    await sql("ANALYZE tag");
    const byName = await listTags(editor, { page: 200 });
    const found = await listTags(editor, { words: "ated 1999" });
    const byUse = await listTags(editor, { sort: "most-used" });
    expect(byName.items).toHaveLength(50);
    expect(byName.total).toBeGreaterThan(20_000);
    expect(found.items.map(({ name }) => name)).toContain("Generated 19991");
    expect(found.total).toBe(11);
    const counts = byUse.items.map(({ articles }) => articles);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it("treats signs of patterns as what they are, and refuses others", async () => {
    await createTag(editor, { name: "100% sure", slug: "sure" });
    expect((await listTags(editor, { words: "0%" })).items.map(({ slug }) => slug)).toEqual(["sure"]);
    expect((await findTags(author, "100%")).map(({ slug }) => slug)).toEqual(["sure"]);
    await expect(listTags(author, {})).rejects.toThrow(/Only editors/);
  });
});
