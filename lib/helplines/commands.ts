import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { refuseTaken } from "@/lib/db/refuse-taken";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import {
  deleteHelplineInput,
  helplineInput,
  orderHelplinesInput,
  updateHelplineInput,
  type DeleteHelplineInput,
  type HelplineInput,
  type OrderHelplinesInput,
  type UpdateHelplineInput,
} from "./schema";

/** Adds a help line at the end of the list. @throws AppError "forbidden", "invalid" (also when the id is taken) */
export function createHelpline(actor: Actor, input: HelplineInput): Promise<void> {
  authorise(actor, "site.configure");
  const line = parseInput(helplineInput, input);
  return transaction(async (tx) => {
    const last = await tx.helpline.aggregate({ _max: { position: true } });
    const data = { ...line, position: (last._max.position ?? -1) + 1 };
    await refuseTaken({ id: ["is the name of another help line"] }, () => tx.helpline.create({ data }));
    await recordAudit(tx, actor, {
      action: "helpline.created",
      subjectType: "helpline",
      subjectId: line.id,
      after: line,
    });
    await bumpContentVersion(tx);
  });
}

/** Changes a help line; its id stays. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function updateHelpline(actor: Actor, input: UpdateHelplineInput): Promise<void> {
  authorise(actor, "site.configure");
  const { expectedVersion, helpline } = parseInput(updateHelplineInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "helpline", helpline.id, expectedVersion);
    const before = await tx.helpline.findUniqueOrThrow({ where: { id: helpline.id } });
    await tx.helpline.update({ where: { id: helpline.id }, data: helpline });
    await recordAudit(tx, actor, {
      action: "helpline.saved",
      subjectType: "helpline",
      subjectId: helpline.id,
      before,
      after: helpline,
    });
    await bumpContentVersion(tx);
  });
}

/** Removes a help line. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function deleteHelpline(actor: Actor, input: DeleteHelplineInput): Promise<void> {
  authorise(actor, "site.configure");
  const { id, expectedVersion } = parseInput(deleteHelplineInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "helpline", id, expectedVersion);
    const before = await tx.helpline.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "helpline.deleted", subjectType: "helpline", subjectId: id, before });
    await bumpContentVersion(tx);
  });
}

/**
 * Puts the help lines into the order readers see.
 * @throws AppError "forbidden", "invalid"; "conflict" unless `ids` are exactly the help lines there are
 */
export function orderHelplines(actor: Actor, input: OrderHelplinesInput): Promise<void> {
  authorise(actor, "site.configure");
  const { ids } = parseInput(orderHelplinesInput, input);
  return transaction(async (tx) => {
    const before = await lockedOrder(tx);
    if (before.length !== ids.length || [...before].sort().join() !== [...ids].sort().join()) {
      throw new AppError(
        "conflict",
        "The list of help lines changed since you opened it. Reload to see it as it is now.",
      );
    }
    for (const [position, id] of ids.entries()) await tx.helpline.update({ where: { id }, data: { position } });
    await recordAudit(tx, actor, {
      action: "helplines.ordered",
      subjectType: "helpline",
      subjectId: "all",
      before: { ids: before },
      after: { ids },
    });
    await bumpContentVersion(tx);
  });
}

async function lockedOrder(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM helpline ORDER BY position, id FOR UPDATE`;
  return rows.map(({ id }) => id);
}
