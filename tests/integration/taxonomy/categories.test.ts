import { beforeAll, describe, expect, it } from "vitest";
import { saveArticle } from "@/lib/articles/commands/save-article";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { saveMenu } from "@/lib/navigation/commands";
import { createPage } from "@/lib/pages/commands";
import { findArticle } from "@/lib/publications/queries/article";
import { findRedirect } from "@/lib/redirects/queries";
import { deleteCategory, mergeCategories, orderCategories, updateCategory } from "@/lib/taxonomy/category-commands";
import { createCategory } from "@/lib/taxonomy/commands";
import { listCategories } from "@/lib/taxonomy/queries";
import { anActor } from "@/tests/factories/actors";
import { aCategory, aDraft, aPublishedArticle, paragraphs, testActor } from "@/tests/factories/articles";

let editor: Actor;
let author: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
});

const stored = (id: number) => database().category.findUniqueOrThrow({ where: { id } });
const fields = async (id: number) => {
  const { slug, name, description, parentId } = await stored(id);
  return { slug, name, description, parentId };
};
const contentVersion = async () =>
  Number((await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version);
const auditOf = (action: string) => database().auditEntry.findFirst({ where: { action }, orderBy: { id: "desc" } });

describe("createCategory", () => {
  it("refuses addresses of the site, of pages and of other categories", async () => {
    await createPage(testActor, { slug: "imprint", title: "Imprint", body: paragraphs("x") });
    await aCategory("taken");
    for (const slug of ["admin", "tag", "imprint", "taken"]) {
      await expect(createCategory(editor, { slug, name: "X" })).rejects.toMatchObject({
        fields: { slug: [expect.any(String)] },
      });
    }
    expect(() => createCategory(author, { slug: "mine", name: "Mine" })).toThrow(/Only editors/);
  });

  it("lets one of a category and a page win when both want an address at the same moment", async () => {
    const results = await Promise.allSettled([
      createCategory(editor, { slug: "contested", name: "C" }),
      createPage(editor, { slug: "contested", title: "P", body: paragraphs("x") }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("updateCategory", () => {
  it("renames and describes, with a line in the log and a new content version", async () => {
    const id = await aCategory("described");
    const version = await contentVersion();
    await updateCategory(editor, {
      id,
      expectedVersion: 1,
      category: { slug: "described", name: "Described", description: "About." },
    });
    expect(await stored(id)).toMatchObject({ name: "Described", description: "About.", version: 2 });
    expect(await auditOf("category.saved")).toMatchObject({
      before: { name: "described" },
      after: { name: "Described" },
    });
    expect(await contentVersion()).toBe(version + 1);
  });

  it("moves its address and those of its articles, and the menu follows", async () => {
    const id = await aCategory("old-name");
    await aPublishedArticle({ slug: "moving-along", categoryId: id });
    await saveMenu(testActor, {
      menu: "header",
      expectedVersion: 0,
      links: [
        { label: "Old", href: "/old-name" },
        { label: "Story", href: "/old-name/moving-along" },
      ],
    });
    await updateCategory(editor, { id, expectedVersion: 1, category: { slug: "new-name", name: "New" } });
    expect((await findArticle("moving-along"))?.categorySlug).toBe("new-name");
    expect(await findRedirect("/old-name")).toMatchObject({ status: 301, location: "/new-name" });
    expect(await findRedirect("/old-name/moving-along")).toMatchObject({
      status: 301,
      location: "/new-name/moving-along",
    });
    expect(await findRedirect("/old-name/page/2")).toMatchObject({ location: "/new-name/page/2" });
    const menu = await database().menuItem.findMany({ where: { menu: "header" }, orderBy: { position: "asc" } });
    expect(menu.map(({ href }) => href)).toEqual(["/new-name", "/new-name/moving-along"]);
    // A second move leaves one step, not two; moving back leaves no circle.
    await updateCategory(editor, { id, expectedVersion: 2, category: { slug: "newest-name", name: "New" } });
    expect(await findRedirect("/old-name/moving-along")).toMatchObject({ location: "/newest-name/moving-along" });
    await updateCategory(editor, { id, expectedVersion: 3, category: { slug: "old-name", name: "Old" } });
    expect(await findRedirect("/old-name")).toBeNull();
    expect(await findRedirect("/newest-name")).toMatchObject({ location: "/old-name" });
  });

  it("refuses circles, its own as well as two that are made at the same moment", async () => {
    const [a, b] = [await aCategory("circle-a"), await aCategory("circle-b")];
    await expect(
      updateCategory(editor, { id: a, expectedVersion: 1, category: { ...(await fields(a)), parentId: a } }),
    ).rejects.toMatchObject({ fields: { parentId: [expect.any(String)] } });
    const results = await Promise.allSettled([
      updateCategory(editor, { id: a, expectedVersion: 1, category: { ...(await fields(a)), parentId: b } }),
      updateCategory(editor, { id: b, expectedVersion: 1, category: { ...(await fields(b)), parentId: a } }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([await stored(a), await stored(b)].filter(({ parentId }) => parentId !== null)).toHaveLength(1);
  });

  it("refuses a stale form, a stranger and bad input, and changes nothing", async () => {
    const id = await aCategory("guarded");
    const category = await fields(id);
    await expect(updateCategory(editor, { id, expectedVersion: 7, category })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(updateCategory(editor, { id: 999_999, expectedVersion: 1, category })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      updateCategory(editor, { id, expectedVersion: 1, category: { ...category, slug: "search" } }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(() => updateCategory(author, { id, expectedVersion: 1, category })).toThrow(/Only editors/);
    expect(() => updateCategory(editor, { id, expectedVersion: 1, category: { ...category, name: " " } })).toThrow(
      /missing/,
    );
    expect(await stored(id)).toMatchObject({ ...category, version: 1 });
  });
});

describe("orderCategories", () => {
  it("puts them in order, and refuses a list that is not the present one", async () => {
    const ids = (await listCategories(editor)).map(({ id }) => id).reverse();
    await orderCategories(editor, { ids });
    expect((await listCategories(editor)).map(({ id }) => id)).toEqual(ids);
    await expect(orderCategories(editor, { ids: ids.slice(1) })).rejects.toMatchObject({ code: "conflict" });
    await expect(orderCategories(editor, { ids: [...ids.slice(1), ids[1]!] })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(() => orderCategories(author, { ids })).toThrow(/Only editors/);
  });
});

describe("mergeCategories", () => {
  it("moves everything, and both addresses lead to one", async () => {
    const [from, into] = [await aCategory("merge-from"), await aCategory("merge-into")];
    const below = await createCategory(editor, { slug: "below-from", name: "Below", parentId: from });
    const live = await aPublishedArticle({ slug: "merged-live", categoryId: from });
    const draft = await aDraft({ slug: "merged-draft", categoryId: from });
    const { articles } = await mergeCategories(editor, { fromId: from, expectedVersion: 1, intoId: into });
    expect(articles).toBe(2);
    expect(await database().category.count({ where: { id: from } })).toBe(0);
    expect(await database().article.count({ where: { categoryId: into } })).toBe(2);
    expect((await findArticle("merged-live"))?.categorySlug).toBe("merge-into");
    expect((await stored(below)).parentId).toBe(into);
    expect(await findRedirect("/merge-from/merged-live")).toMatchObject({ location: "/merge-into/merged-live" });
    expect(await database().mergedCategory.findUnique({ where: { oldId: from } })).toMatchObject({ categoryId: into });
    // Who has the draft open is told: their next save starts from an older version.
    await expect(
      saveArticle(testActor, {
        articleId: draft.articleId,
        expectedVersion: draft.version,
        workingCopy: { slug: "merged-draft", headline: "H", body: paragraphs("x"), categoryId: into },
      }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(live.articleId).toBeGreaterThan(0);
  });

  it("remembers ids across several merges", async () => {
    const [a, b, c] = [await aCategory("chain-a"), await aCategory("chain-b"), await aCategory("chain-c")];
    await mergeCategories(editor, { fromId: a, expectedVersion: 1, intoId: b });
    await mergeCategories(editor, { fromId: b, expectedVersion: 1, intoId: c });
    const merged = await database().mergedCategory.findMany({ where: { oldId: { in: [a, b] } } });
    expect(merged.map(({ categoryId }) => categoryId)).toEqual([c, c]);
    expect(await findRedirect("/chain-a")).toMatchObject({ location: "/chain-c" });
  });

  it("merges into a category that lies below", async () => {
    const top = await aCategory("upper");
    const middle = await createCategory(editor, { slug: "middle", name: "M", parentId: top });
    const lower = await createCategory(editor, { slug: "lower", name: "L", parentId: middle });
    await mergeCategories(editor, { fromId: top, expectedVersion: 1, intoId: lower });
    expect((await stored(middle)).parentId).toBeNull();
    expect((await stored(lower)).parentId).toBe(middle);
  });

  it("is whole or absent", async () => {
    const [from, into] = [await aCategory("half-from"), await aCategory("half-into")];
    await aPublishedArticle({ slug: "half-merged", categoryId: from });
    await database()
      .$executeRaw`ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> 'category.merged') NOT VALID`;
    await expect(mergeCategories(editor, { fromId: from, expectedVersion: 1, intoId: into })).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT broken`;
    expect((await stored(from)).version).toBe(1);
    expect((await findArticle("half-merged"))?.categorySlug).toBe("half-from");
    expect(await findRedirect("/half-from")).toBeNull();
  });

  it("lets one of two opposite merges win", async () => {
    const [a, b] = [await aCategory("opposite-a"), await aCategory("opposite-b")];
    const results = await Promise.allSettled([
      mergeCategories(editor, { fromId: a, expectedVersion: 1, intoId: b }),
      mergeCategories(editor, { fromId: b, expectedVersion: 1, intoId: a }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database().category.count({ where: { id: { in: [a, b] } } })).toBe(1);
  });

  it("is refused to others, with itself and with nothing", async () => {
    const id = await aCategory("unmergeable");
    expect(() => mergeCategories(author, { fromId: id, expectedVersion: 1, intoId: 1 })).toThrow(/Only editors/);
    expect(() => mergeCategories(editor, { fromId: id, expectedVersion: 1, intoId: id })).toThrow(/same/);
    await expect(mergeCategories(editor, { fromId: id, expectedVersion: 1, intoId: 999_999 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(mergeCategories(editor, { fromId: id, expectedVersion: 9, intoId: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("deleteCategory", () => {
  it("refuses while it is used, and says by what", async () => {
    const id = await aCategory("used");
    await aDraft({ categoryId: id });
    await expect(deleteCategory(editor, { id, expectedVersion: 1 })).rejects.toThrow(/used: 1 article\./);
    const empty = await aCategory("unused");
    expect(() => deleteCategory(author, { id: empty, expectedVersion: 1 })).toThrow(/Only editors/);
    await deleteCategory(editor, { id: empty, expectedVersion: 1 });
    expect(await database().category.count({ where: { id: empty } })).toBe(0);
    expect(await auditOf("category.deleted")).toMatchObject({ before: { slug: "unused" } });
  });
});
