import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { deleteViewInput, saveViewInput, type DeleteViewInput, type SaveViewInput } from "../list-schema";

/** More than anybody finds again. */
const mostViews = 50;

/**
 * Keeps a filter of the list of articles under a name, for the actor alone; a view of the same name is replaced.
 * @throws AppError "forbidden", "invalid"; "conflict" when there are 50 already
 */
export function saveView(actor: Actor, input: SaveViewInput): Promise<{ viewId: number }> {
  const userId = owner(actor);
  const { name, filter } = parseInput(saveViewInput, input);
  return transaction(async (tx) => {
    const others = await tx.savedView.count({ where: { userId, NOT: { name } } });
    if (others >= mostViews) throw new AppError("conflict", "You have 50 views. Delete one that you no longer use.");
    // Dates become texts, as an address carries them.
    const kept = JSON.parse(JSON.stringify(filter)) as Record<string, string>;
    const { id } = await tx.savedView.upsert({
      where: { userId_name: { userId, name } },
      create: { userId, name, filter: kept, createdAt: now() },
      update: { filter: kept },
      select: { id: true },
    });
    await recordAudit(tx, actor, { action: "view.saved", subjectType: "saved-view", subjectId: id, after: { name } });
    return { viewId: id };
  });
}

/** Forgets a view of the actor's. @throws AppError "forbidden", "invalid", "not-found" */
export function deleteView(actor: Actor, input: DeleteViewInput): Promise<void> {
  const userId = owner(actor);
  const { viewId } = parseInput(deleteViewInput, input);
  return transaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { id: viewId, userId } });
    if (count === 0) throw new AppError("not-found", "You have no such view.");
    await recordAudit(tx, actor, { action: "view.deleted", subjectType: "saved-view", subjectId: viewId });
  });
}

function owner(actor: Actor): number {
  authorise(actor, "article.read");
  if (actor.kind !== "user") throw new AppError("forbidden", "Only people keep views.");
  return actor.id;
}
