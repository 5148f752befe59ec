import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { menuInput, type MenuInput } from "./schema";

/**
 * Replaces a menu as a whole.
 * @returns the menu's new version
 * @throws AppError "forbidden", "invalid"; "conflict" when somebody saved it since `expectedVersion`
 */
export function saveMenu(actor: Actor, input: MenuInput): Promise<number> {
  authorise(actor, "site.configure");
  const { menu, expectedVersion, links } = parseInput(menuInput, input);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "menu", menu, expectedVersion);
    const before = await tx.menuItem.findMany({
      where: { menu },
      orderBy: { position: "asc" },
      select: { label: true, href: true },
    });
    await tx.menuItem.deleteMany({ where: { menu } });
    await tx.menuItem.createMany({ data: links.map((link, position) => ({ menu, position, ...link })) });
    await recordAudit(tx, actor, {
      action: "menu.saved",
      subjectType: "menu",
      subjectId: menu,
      before: { links: before },
      after: { links },
    });
    await bumpContentVersion(tx);
    return version;
  });
}

/** Entries of all menus that lead to `path` or to something below it. */
export async function countMenuLinks(tx: Transaction, path: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ links: bigint }[]>`
    SELECT count(*) AS links FROM menu_item WHERE href = ${path} OR starts_with(href, ${`${path}/`})`;
  return Number(row?.links ?? 0);
}

/**
 * Lets entries of all menus follow an address that moved, and those below it. An entry whose new address the menu has
 * already goes. Part of the verb that moves the address: that one authorises and writes the audit entry.
 */
export async function moveMenuLinks(tx: Transaction, { from, to }: { from: string; to: string }): Promise<void> {
  const items = await tx.menuItem.findMany({ orderBy: [{ menu: "asc" }, { position: "asc" }] });
  const moved = items.filter(({ href }) => href === from || href.startsWith(`${from}/`));
  for (const { id, menu, href } of moved) {
    const target = to + href.slice(from.length);
    if (items.some((other) => other.menu === menu && other.href === target))
      await tx.menuItem.delete({ where: { id } });
    else await tx.menuItem.update({ where: { id }, data: { href: target } });
  }
  for (const name of new Set(moved.map(({ menu }) => menu))) {
    await tx.menu.update({ where: { name }, data: { version: { increment: 1 } } });
  }
}
