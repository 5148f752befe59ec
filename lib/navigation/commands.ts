import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { menuInput, type MenuInput } from "./schema";

/** Replaces a menu as a whole. @throws AppError "forbidden", "invalid" */
export function saveMenu(actor: Actor, input: MenuInput): Promise<void> {
  authorise(actor, "site.configure");
  const { menu, links } = parseInput(menuInput, input);
  return transaction(async (tx) => {
    await tx.menuItem.deleteMany({ where: { menu } });
    await tx.menuItem.createMany({ data: links.map((link, position) => ({ menu, position, ...link })) });
    await recordAudit(tx, actor, { action: "menu.saved", subjectType: "menu", subjectId: menu, after: { links } });
    await bumpContentVersion(tx);
  });
}
