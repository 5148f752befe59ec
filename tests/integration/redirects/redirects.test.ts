import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { countRedirectHit, flushRedirectHits } from "@/lib/redirects/commands/count-hits";
import { createRedirect, deleteRedirect, updateRedirect } from "@/lib/redirects/commands/edit-redirects";
import { importRedirects } from "@/lib/redirects/commands/import-redirects";
import { redirectMoved, type Move } from "@/lib/redirects/commands/redirect-moved";
import { exportRedirects, findRedirect, findWithdrawal, listRedirects } from "@/lib/redirects/queries";
import { whatBecameOf } from "@/lib/web/after-not-found";
import { aColleague, aLivePiece } from "@/tests/factories/newsroom";

let editor: Actor;
let author: Actor;

beforeAll(async () => {
  editor = await aColleague("editor");
  author = await aColleague("author");
});

const moved = (move: Move) => transaction((tx) => redirectMoved(tx, move));
const target = async (path: string) => (await findRedirect(path))?.location;
const stored = async (fromPath: string) => (await database().redirect.findUnique({ where: { fromPath } }))?.toPath;
const problems = (csv: string) => importRedirects(editor, { csv });

describe("redirectMoved", () => {
  it("collapses chains to one step and forgets what would go in a circle", async () => {
    await moved({ from: "/tag/a", to: "/tag/b" });
    await moved({ from: "/tag/b", to: "/tag/c" });
    expect([await stored("/tag/a"), await stored("/tag/b")]).toEqual(["/tag/c", "/tag/c"]);
    await moved({ from: "/tag/c", to: "/tag/a" });
    expect(await findRedirect("/tag/a")).toBeNull();
    expect([await stored("/tag/b"), await stored("/tag/c")]).toEqual(["/tag/a", "/tag/a"]);
    await moved({ from: "/tag/a", to: "/tag/a" });
    expect(await findRedirect("/tag/a")).toBeNull();
  });

  it("moves everything below an address, what led there, and notices of withdrawn articles", async () => {
    await moved({ from: "/else", to: "/cat-old/piece" });
    await database().withdrawal.create({
      data: { path: "/cat-old/withdrawn", headline: "W", reason: "Because.", at: new Date(0) },
    });
    await moved({ from: "/cat-old", to: "/cat_new", under: true });
    expect(await target("/cat-old")).toBe("/cat_new");
    expect(await target("/cat-old/page/2")).toBe("/cat_new/page/2");
    expect(await stored("/else")).toBe("/cat_new/piece");
    expect(await findWithdrawal("/cat_new/withdrawn")).toMatchObject({ headline: "W" });
    await moved({ from: "/cat_new", to: "/cat-old", under: true });
    expect(await findRedirect("/cat-old/page/2")).toBeNull();
    expect([await target("/cat_new/x"), await stored("/else")]).toEqual(["/cat-old/x", "/cat-old/piece"]);
  });

  it("closes no circle when two move at the same time", async () => {
    await Promise.all([moved({ from: "/race/a", to: "/race/b" }), moved({ from: "/race/b", to: "/race/a" })]);
    const rows = await database().redirect.findMany({ where: { fromPath: { startsWith: "/race/" } } });
    expect(rows).toHaveLength(1);
  });
});

describe("createRedirect", () => {
  it("adds rules for one address and for all below one; the nearest wins", async () => {
    await createRedirect(editor, { fromPath: "/Blog/2019/Post/", toPath: "/news/exact", status: 308 });
    await createRedirect(editor, { fromPath: "/blog/*", toPath: "/news/*" });
    await createRedirect(editor, { fromPath: "/blog/tag/*", toPath: "/search" });
    await createRedirect(editor, { fromPath: "/blog/gone", status: 410 });
    expect(await findRedirect("/blog/2019/post")).toMatchObject({ status: 308, location: "/news/exact" });
    expect(await findRedirect("/blog/a/b")).toMatchObject({ status: 301, location: "/news/a/b" });
    expect(await target("/blog/tag/x")).toBe("/search");
    expect(await findRedirect("/blog/gone")).toMatchObject({ status: 410, location: null });
    expect(await findRedirect("/blog")).toBeNull();
  });

  it("leads to the end of a chain, also what led to the old address", async () => {
    await createRedirect(editor, { fromPath: "/one", toPath: "/two" });
    await createRedirect(editor, { fromPath: "/three", toPath: "/one" });
    await createRedirect(editor, { fromPath: "/two", toPath: "/four?x=1" });
    expect([await stored("/one"), await stored("/three")]).toEqual(["/four?x=1", "/two"].map(() => "/four?x=1"));
  });

  it.each([
    ["a circle", { fromPath: "/circle-b", toPath: "/circle-a" }, "toPath"],
    ["itself", { fromPath: "/self", toPath: "/self" }, "toPath"],
    ["a rule that leads into itself", { fromPath: "/deep/*", toPath: "/deep/a" }, "toPath"],
    ["another site", { fromPath: "/out", toPath: "//evil.example" }, "toPath"],
    ["another site by a backslash", { fromPath: "/out", toPath: "/\\evil.example" }, "toPath"],
    ["a whole address", { fromPath: "/out", toPath: "https://evil.example/" }, "toPath"],
    ["the desk", { fromPath: "/admin/articles", toPath: "/x" }, "fromPath"],
    ["the whole site", { fromPath: "/*", toPath: "/x" }, "fromPath"],
    ["a query", { fromPath: "/a?b=1", toPath: "/x" }, "fromPath"],
    ["a star inside", { fromPath: "/a/*/b", toPath: "/x" }, "fromPath"],
    ["a kept rest without one", { fromPath: "/a", toPath: "/x/*" }, "toPath"],
    ["410 with a target", { fromPath: "/a", toPath: "/x", status: 410 as const }, "toPath"],
    ["no target", { fromPath: "/a" }, "toPath"],
    ["a page", { fromPath: "/news/has-a-page", toPath: "/x" }, "fromPath"],
    ["one that is there", { fromPath: "/circle-a", toPath: "/x" }, "fromPath"],
  ])("refuses %s", async (_name, given, field) => {
    const first = await database().redirect.count({ where: { fromPath: "/circle-a" } });
    if (first === 0) {
      await aLivePiece(undefined, { slug: "has-a-page" });
      await createRedirect(editor, { fromPath: "/circle-a", toPath: "/circle-b" });
    }
    const attempt = (async () => createRedirect(editor, given))();
    await expect(attempt).rejects.toMatchObject({ fields: { [field]: expect.anything() as unknown } });
  });

  it("is for editors", async () => {
    expect(() => createRedirect(author, { fromPath: "/a", toPath: "/b" })).toThrow(/Only editors/);
    expect(() => updateRedirect(author, { redirectId: 1, fromPath: "/a", toPath: "/b" })).toThrow(/Only editors/);
    expect(() => deleteRedirect(author, { redirectId: 1 })).toThrow(/Only editors/);
    expect(() => importRedirects(author, { csv: "/a,/b" })).toThrow(/Only editors/);
    await expect(exportRedirects(author)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRedirects(author)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is changed and removed, and audited", async () => {
    const { redirectId } = await createRedirect(editor, { fromPath: "/edit-me", toPath: "/x1" });
    await updateRedirect(editor, { redirectId, fromPath: "/edit-me", toPath: "/x2", status: 302 });
    expect(await findRedirect("/edit-me")).toMatchObject({ status: 302, location: "/x2" });
    const { items } = await listRedirects(editor, { q: "EDIT-me" });
    expect(items).toMatchObject([{ redirectId, hits: 0 }]);
    await deleteRedirect(editor, { redirectId });
    await expect(deleteRedirect(editor, { redirectId })).rejects.toMatchObject({ code: "not-found" });
    const actions = await database().auditEntry.findMany({
      where: { subjectType: "redirect", subjectId: String(redirectId) },
    });
    expect(actions.map(({ action }) => action)).toEqual(["redirect.created", "redirect.changed", "redirect.removed"]);
  });
});

describe("importRedirects", () => {
  it("writes a whole file, chains shortened, and reads its own export", async () => {
    const { imported, rows } = await problems("from,to,status\n/csv/a,/csv/b,\n/csv/b,/csv/c,302\n/csv/d,,410\n");
    expect([imported, rows.map(({ ok }) => ok)]).toEqual([true, [true, true, true]]);
    expect([await stored("/csv/a"), await stored("/csv/b")]).toEqual(["/csv/c", "/csv/c"]);
    const before = await exportRedirects(editor);
    expect(before).toContain("/csv/d,,410,0");
    expect((await problems(before)).rows.filter(({ ok }) => !ok)).toEqual([]);
    expect(await exportRedirects(editor)).toBe(before);
  });

  it("takes an export to an empty magazine and back: prefix rules, 410 and every status, but nothing that waits", async () => {
    await problems("/round/*,/trip/*,308\n/round/kept,/trip?x=1#y,302\n/round/gone/*,,410\n/round/to/*,/trip,301\n");
    await moved({ from: "/round/waits", to: "/trip/later", activeFrom: new Date("2100-01-01T00:00:00Z") });
    const file = await exportRedirects(editor);
    for (const line of ["/round/*,/trip/*,308,0", "/round/kept,/trip?x=1#y,302,0", "/round/gone/*,,410,0"]) {
      expect(file.split("\n")).toContain(line);
    }
    expect(file).not.toContain("/round/waits");
    const kept = await database().redirect.findMany();
    await database().redirect.deleteMany();
    expect((await problems(file)).imported).toBe(true);
    expect(await exportRedirects(editor)).toBe(file);
    expect(await findRedirect("/round/gone/below")).toMatchObject({ status: 410, location: null });
    expect(await findRedirect("/round/a/b")).toMatchObject({ status: 308, location: "/trip/a/b" });
    await database().redirect.deleteMany();
    await database().redirect.createMany({ data: kept });
  });

  it("writes nothing when one row is wrong, and says which and why", async () => {
    const csv =
      "/new/a,/new/b\nno-slash,/x\n/new/a,/c\n/loop/a,/loop/b\n/loop/b,/loop/a\n/news/has-a-page,/x\n/new/z,/y,777\n";
    const { imported, rows } = await problems(csv);
    expect(imported).toBe(false);
    expect(rows.map(({ line, problem }) => [line, problem === null ? null : problem.split(":")[0]])).toEqual([
      [1, null],
      [2, "from"],
      [3, "stands in the file twice"],
      [4, "to"],
      [5, "to"],
      [6, "from"],
      [7, "status"],
    ]);
    expect(await findRedirect("/new/a")).toBeNull();
    await expect((async () => problems('"/a'))()).rejects.toMatchObject({ code: "invalid" });
    await expect((async () => problems("from,to\n"))()).rejects.toMatchObject({ fields: { csv: ["has no rows"] } });
  });
});

describe("what readers are told", () => {
  it("keeps the query, follows no rule that waits, and counts followers in batches", async () => {
    await createRedirect(editor, { fromPath: "/old-place", toPath: "/new-place" });
    const found = await whatBecameOf("/old-place?utm_source=x&x=1");
    expect(found).toMatchObject({ kind: "moved", status: 301, location: "/new-place?x=1" });
    const redirectId = found.kind === "moved" ? (found.redirectId ?? 0) : 0;
    for (let hit = 0; hit < 3; hit += 1) countRedirectHit(redirectId);
    const hits = async () => (await database().redirect.findUniqueOrThrow({ where: { id: redirectId } })).hits;
    expect(await hits()).toBe(0);
    await flushRedirectHits();
    await flushRedirectHits();
    expect(await hits()).toBe(3);
    await moved({ from: "/waits", to: "/there", activeFrom: new Date("2030-01-01T00:00:00Z") });
    expect(await whatBecameOf("/waits")).toEqual({ kind: "nothing" });
    setClock(new Date("2030-01-01T00:00:00Z"));
    expect(await whatBecameOf("/waits")).toMatchObject({ kind: "moved", location: "/there" });
  });

  it("tells gone from withdrawn from nothing", async () => {
    const at = new Date("2026-01-01T00:00:00Z");
    await database().withdrawal.create({ data: { path: "/news/g", headline: "G", reason: "", gone: true, at } });
    await database().withdrawal.create({ data: { path: "/news/w", headline: "W", reason: "Why.", at } });
    expect(await whatBecameOf("/news/g")).toEqual({ kind: "gone", headline: "G" });
    expect(await whatBecameOf("/news/W")).toMatchObject({ kind: "withdrawn", notice: { reason: "Why." } });
    expect(await whatBecameOf("/news/%zz%00")).toEqual({ kind: "nothing" });
    await createRedirect(editor, { fromPath: "/no-more", status: 410 });
    expect(await whatBecameOf("/no-more")).toEqual({ kind: "gone", headline: null });
  });
});
