import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { saveMenu } from "@/lib/navigation/commands";
import { listLinkSuggestions, listMenus } from "@/lib/navigation/queries";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { anActor } from "@/tests/factories/actors";
import { aCategory } from "@/tests/factories/articles";

let administrator: Actor;
let editor: Actor;
beforeAll(async () => {
  administrator = await anActor("administrator");
  editor = await anActor("editor");
});

const links = [
  { label: "Home", href: "/" },
  { label: "News", href: "/news" },
  { label: "Elsewhere", href: "https://example.org/a" },
];
const version = async () => (await listMenus(administrator)).find(({ menu }) => menu === "header")!.version;

describe("saveMenu", () => {
  it("replaces the menu for readers, in order", async () => {
    await saveMenu(administrator, { menu: "header", expectedVersion: 0, links });
    expect((await getSiteFrame()).headerMenu).toEqual(links);
    await saveMenu(administrator, { menu: "header", expectedVersion: 1, links: [...links].reverse() });
    expect((await getSiteFrame()).headerMenu).toEqual([...links].reverse());
    const audit = await database().auditEntry.findFirstOrThrow({
      where: { action: "menu.saved" },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({ before: { links }, after: { links: [...links].reverse() } });
  });

  it("lets one of two win who started from the same version, and keeps that one's menu", async () => {
    const expectedVersion = await version();
    const results = await Promise.allSettled(
      ["a", "b"].map((label) =>
        saveMenu(administrator, { menu: "header", expectedVersion, links: [{ label, href: "/" }] }),
      ),
    );
    const winner = results.findIndex(({ status }) => status === "fulfilled");
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getSiteFrame()).headerMenu).toEqual([{ label: ["a", "b"][winner], href: "/" }]);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http://plain.example",
    "javascript:alert(1)",
    "news",
  ])("refuses the address %j", async (href) => {
    const expectedVersion = await version();
    expect(() => saveMenu(administrator, { menu: "header", expectedVersion, links: [{ label: "x", href }] })).toThrow(
      /links\.0\.href/,
    );
    expect(await version()).toBe(expectedVersion);
  });

  it("refuses an address twice, and editors", () => {
    const twice = [links[0]!, links[0]!];
    expect(() => saveMenu(administrator, { menu: "footer", expectedVersion: 0, links: twice })).toThrow(/already/);
    expect(() => saveMenu(editor, { menu: "footer", expectedVersion: 0, links })).toThrow(/Only administrators/);
  });

  it("is guarded by the database, too", async () => {
    for (const href of ["//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      await expect(
        database().menuItem.create({ data: { menu: "footer", position: 9, label: "x", href } }),
      ).rejects.toThrow(/menu_item_href_check/);
    }
  });
});

it("proposes addresses of our own", async () => {
  await aCategory("proposed");
  expect(await listLinkSuggestions(administrator)).toContainEqual({
    label: "proposed",
    href: "/proposed",
    kind: "category",
  });
  await expect(listLinkSuggestions(editor)).rejects.toThrow(/Only administrators/);
});
