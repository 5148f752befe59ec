import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { saveMenu } from "@/lib/navigation/commands";
import { createPage, deletePage, restorePage, updatePage } from "@/lib/pages/commands";
import { findPage, getPage, getPageRevision, listPageRevisions } from "@/lib/pages/queries";
import { findRedirect } from "@/lib/redirects/queries";
import { anActor } from "@/tests/factories/actors";
import { aCategory, paragraphs, testActor } from "@/tests/factories/articles";

let editor: Actor;
let author: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
});

const page = (slug: string, text = "First.") => ({ slug, title: `Page ${slug}`, body: paragraphs(text) });

describe("static pages", () => {
  it("keep what they said before, and bring it back without losing what came after", async () => {
    const { id } = await createPage(editor, page("kept"));
    await updatePage(editor, { id, expectedVersion: 1, page: page("kept", "Second.") });
    expect((await findPage("kept"))?.body).toEqual(paragraphs("Second."));
    const restored = await restorePage(editor, { id, expectedVersion: 2, number: 1 });
    expect(restored).toEqual({ id, version: 3, slug: "kept" });
    expect((await findPage("kept"))?.body).toEqual(paragraphs("First."));
    expect((await listPageRevisions(editor, id)).map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await getPageRevision(editor, id, 2)).body).toEqual(paragraphs("Second."));
    await expect(restorePage(editor, { id, expectedVersion: 3, number: 9 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(sql("UPDATE page_revision SET snapshot = '{}'")).rejects.toThrow(/never changed/);
  });

  it("move with their address", async () => {
    const { id } = await createPage(editor, page("moves"));
    await saveMenu(testActor, { menu: "footer", expectedVersion: 0, links: [{ label: "Moves", href: "/moves" }] });
    await updatePage(editor, { id, expectedVersion: 1, page: page("moved") });
    expect(await findPage("moves")).toBeNull();
    expect(await findRedirect("/moves")).toMatchObject({ status: 301, location: "/moved" });
    expect(await database().menuItem.findFirst({ where: { menu: "footer" } })).toMatchObject({ href: "/moved" });
    await expect(deletePage(editor, { id, expectedVersion: 2 })).rejects.toThrow(/menu leads/);
  });

  it("let one of two win who started from the same version", async () => {
    const { id } = await createPage(editor, page("raced"));
    const results = await Promise.allSettled(
      ["one", "two"].map((text) => updatePage(editor, { id, expectedVersion: 1, page: page("raced", text) })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listPageRevisions(editor, id)).toHaveLength(2);
  });

  it("refuse addresses of others, bad input and others", async () => {
    await aCategory("a-category");
    for (const slug of ["a-category", "search"]) {
      await expect(createPage(editor, page(slug))).rejects.toMatchObject({ fields: { slug: [expect.any(String)] } });
    }
    const { id } = await createPage(editor, page("guarded"));
    await expect(updatePage(editor, { id, expectedVersion: 1, page: page("a-category") })).rejects.toMatchObject({
      code: "invalid",
    });
    const body = { type: "doc", content: [{ type: "script" }] } as never;
    expect(() => updatePage(editor, { id, expectedVersion: 1, page: { ...page("guarded"), body } })).toThrow(/body/);
    expect(() => updatePage(author, { id, expectedVersion: 1, page: page("guarded") })).toThrow(/Only editors/);
    expect(() => createPage(author, page("mine"))).toThrow(/Only editors/);
    expect(() => restorePage(author, { id, expectedVersion: 1, number: 1 })).toThrow(/Only editors/);
    expect(() => deletePage(author, { id, expectedVersion: 1 })).toThrow(/Only editors/);
    expect((await getPage(editor, id)).version).toBe(1);
  });

  it("leave their last words in the log when they go", async () => {
    const { id } = await createPage(editor, page("gone"));
    await deletePage(editor, { id, expectedVersion: 1 });
    expect(await findPage("gone")).toBeNull();
    const audit = await database().auditEntry.findFirstOrThrow({ where: { action: "page.deleted" } });
    expect(audit.before).toMatchObject({ slug: "gone", body: paragraphs("First.") });
  });
});
