import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { helplineInput, type HelplineInput } from "./schema";

/** Replaces the list of help lines; its order is the order readers see. @throws AppError "forbidden", "invalid" */
export function saveHelplines(actor: Actor, input: HelplineInput[]): Promise<void> {
  authorise(actor, "site.configure");
  const lines = parseInput(z.array(helplineInput), input);
  return transaction(async (tx) => {
    await tx.helpline.deleteMany();
    await tx.helpline.createMany({ data: lines.map((line, position) => ({ ...line, position })) });
    await recordAudit(tx, actor, {
      action: "helplines.saved",
      subjectType: "helpline",
      subjectId: "all",
      after: { lines },
    });
    await bumpContentVersion(tx);
  });
}
