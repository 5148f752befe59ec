import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { isReservedSlug } from "@/lib/reserved-slugs";
import { AppError } from "@/lib/errors";
import { categoryInput, tagInput, type CategoryInput, type TagInput } from "./schema";

/**
 * Adds a category.
 * @returns its id
 * @throws AppError "invalid" for a slug that is an address of its own; "forbidden"
 */
export function createCategory(actor: Actor, input: CategoryInput): Promise<number> {
  authorise(actor, "taxonomy.edit");
  const data = parseInput(categoryInput, input);
  if (isReservedSlug(data.slug)) throw new AppError("invalid", `"${data.slug}" is an address of the site itself.`);
  return transaction(async (tx) => {
    const { id } = await tx.category.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: "category.created", subjectType: "category", subjectId: id, after: data });
    await bumpContentVersion(tx);
    return id;
  });
}

/** Adds a tag. @returns its id @throws AppError "forbidden", "invalid" */
export function createTag(actor: Actor, input: TagInput): Promise<number> {
  authorise(actor, "taxonomy.edit");
  const data = parseInput(tagInput, input);
  return transaction(async (tx) => {
    const { id } = await tx.tag.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: "tag.created", subjectType: "tag", subjectId: id, after: data });
    await bumpContentVersion(tx);
    return id;
  });
}
