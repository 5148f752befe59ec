import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { personInput, type PersonInput } from "./schema";

/** Adds a person or desk that can sign articles. @returns its id @throws AppError "forbidden", "invalid" */
export function createPerson(actor: Actor, input: PersonInput): Promise<number> {
  authorise(actor, "person.edit");
  const data = parseInput(personInput, input);
  return transaction(async (tx) => {
    const { id } = await tx.person.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: "person.created", subjectType: "person", subjectId: id, after: data });
    await bumpContentVersion(tx);
    return id;
  });
}
