import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { refuseTaken } from "@/lib/db/refuse-taken";
import { transaction } from "@/lib/db/transaction";
import { InputError, parseInput } from "@/lib/input";
import { claimTopAddress } from "@/lib/top-address/commands";
import { categoryPath } from "@/lib/urls";
import { categoryInput, tagInput, type CategoryInput, type TagInput } from "./schema";

/**
 * Adds a category.
 * @returns its id
 * @throws AppError "forbidden", "invalid" (also for a slug that is an address of something else, or a parent that is gone)
 */
export function createCategory(actor: Actor, input: CategoryInput): Promise<number> {
  authorise(actor, "taxonomy.edit");
  const data = parseInput(categoryInput, input);
  return transaction(async (tx) => {
    await claimTopAddress(tx, data.slug);
    if (data.parentId !== null && !(await tx.category.findUnique({ where: { id: data.parentId } }))) {
      throw new InputError({ parentId: ["is no longer there"] });
    }
    const { id } = await tx.category.create({ data, select: { id: true } });
    await recordAudit(tx, actor, { action: "category.created", subjectType: "category", subjectId: id, after: data });
    await bumpContentVersion(tx, { paths: [], cards: [categoryPath(data.slug)] });
    return id;
  });
}

/**
 * Adds a tag.
 * @returns its id
 * @throws AppError "forbidden", "invalid" (also when a tag has that name or address already)
 */
export function createTag(actor: Actor, input: TagInput): Promise<number> {
  authorise(actor, "tag.create");
  const data = parseInput(tagInput, input);
  return transaction(async (tx) => {
    const { id } = await refuseTaken({ name: ["is the name or the address of another tag"] }, () =>
      tx.tag.create({ data, select: { id: true } }),
    );
    await recordAudit(tx, actor, { action: "tag.created", subjectType: "tag", subjectId: id, after: data });
    await bumpContentVersion(tx);
    return id;
  });
}
