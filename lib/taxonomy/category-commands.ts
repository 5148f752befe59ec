import { visibleSlugs } from "@/lib/articles/touched";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { countMenuLinks, moveMenuLinks } from "@/lib/navigation/commands";
import { redirectMoved } from "@/lib/redirects/commands/redirect-moved";
import { claimTopAddress } from "@/lib/top-address/commands";
import { articlePath, categoryPath } from "@/lib/urls";
import { deletionRefusal, selfAndDescendants } from "./policy";
import {
  deleteInput,
  mergeInput,
  orderCategoriesInput,
  updateCategoryInput,
  type DeleteInput,
  type MergeInput,
  type OrderCategoriesInput,
  type UpdateCategoryInput,
} from "./schema";

/**
 * Renames, describes, moves or nests a category. A new slug moves its address and those of its articles: the old ones
 * lead there from the same moment on, and menus follow.
 * @returns its new version
 * @throws AppError "forbidden", "invalid", "not-found", "conflict"
 */
export function updateCategory(actor: Actor, input: UpdateCategoryInput): Promise<number> {
  authorise(actor, "taxonomy.edit");
  const { id, expectedVersion, category } = parseInput(updateCategoryInput, input);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "category", id, expectedVersion);
    const before = await tx.category.findUniqueOrThrow({
      where: { id },
      select: { slug: true, name: true, description: true, parentId: true },
    });
    await refuseLoop(tx, id, category.parentId);
    if (before.slug !== category.slug) {
      await claimTopAddress(tx, category.slug, { categoryId: id });
      await moveAddress(tx, before.slug, category.slug);
    }
    await tx.category.update({ where: { id }, data: category });
    await recordAudit(tx, actor, {
      action: "category.saved",
      subjectType: "category",
      subjectId: id,
      before,
      after: category,
    });
    // Every page shows categories; naming no path means all of them.
    await bumpContentVersion(tx, {
      paths: [],
      foremost: await movedPaths(tx, id, before.slug, category.slug),
      // The kicker and the colour of its articles' cards, planned ones included.
      ...(before.slug !== category.slug && { cards: "all" }),
    });
    return version;
  });
}

/**
 * Puts the categories into an order.
 * @throws AppError "forbidden", "invalid"; "conflict" unless `ids` are exactly the categories there are
 */
export function orderCategories(actor: Actor, input: OrderCategoriesInput): Promise<void> {
  authorise(actor, "taxonomy.edit");
  const { ids } = parseInput(orderCategoriesInput, input);
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`SELECT id FROM category ORDER BY position, id FOR UPDATE`;
    const before = rows.map(({ id }) => id);
    const known = new Set(before);
    if (before.length !== ids.length || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id))) {
      throw new AppError(
        "conflict",
        "The categories changed since you opened them. Reload to see them as they are now.",
      );
    }
    await tx.$executeRaw`
      UPDATE category SET position = wanted.position - 1
      FROM unnest(${ids}::int[]) WITH ORDINALITY AS wanted (id, position) WHERE category.id = wanted.id`;
    await recordAudit(tx, actor, {
      action: "categories.ordered",
      subjectType: "category",
      subjectId: "all",
      before: { ids: before },
      after: { ids },
    });
    await bumpContentVersion(tx);
  });
}

/**
 * Makes two categories one: articles, public versions, subcategories, menu entries and addresses of `fromId` go over to
 * `intoId`, whole or not at all. Working copies that somebody has open count as changed.
 * @returns how many articles moved
 * @throws AppError "forbidden", "invalid", "not-found", "conflict"
 */
export function mergeCategories(actor: Actor, input: MergeInput): Promise<{ articles: number }> {
  authorise(actor, "taxonomy.edit");
  const { fromId, expectedVersion, intoId } = parseInput(mergeInput, input);
  return transaction(async (tx) => {
    // In one order, so that two merges of the same pair wait for each other instead of blocking each other.
    await tx.$queryRaw`SELECT id FROM category WHERE id IN (${fromId}, ${intoId}) ORDER BY id FOR UPDATE`;
    await takeVersion(tx, "category", fromId, expectedVersion);
    const from = await tx.category.findUniqueOrThrow({ where: { id: fromId } });
    const into = await tx.category.findUnique({ where: { id: intoId } });
    if (!into) throw new AppError("not-found", "The category to merge into is no longer there.");
    await adoptSubcategories(tx, from, intoId);
    const foremost = await movedPaths(tx, fromId, from.slug, into.slug);
    const articles = await tx.$executeRaw`
      UPDATE article SET category_id = ${intoId}, version = version + 1 WHERE category_id = ${fromId}`;
    await tx.publication.updateMany({ where: { categoryId: fromId }, data: { categoryId: intoId } });
    await tx.mergedCategory.updateMany({ where: { categoryId: fromId }, data: { categoryId: intoId } });
    await tx.mergedCategory.create({ data: { oldId: fromId, categoryId: intoId } });
    await tx.legacyAddress.updateMany({ where: { categoryId: fromId }, data: { categoryId: intoId } });
    await tx.category.delete({ where: { id: fromId } });
    await moveAddress(tx, from.slug, into.slug);
    await recordAudit(tx, actor, {
      action: "category.merged",
      subjectType: "category",
      subjectId: intoId,
      before: { from: { id: fromId, slug: from.slug, name: from.name, description: from.description } },
      after: { into: { id: intoId, slug: into.slug, name: into.name }, articles },
    });
    await bumpContentVersion(tx, { paths: [], foremost, cards: "all" });
    return { articles };
  });
}

/** Removes a category that nothing uses. @throws AppError "forbidden", "invalid", "not-found"; "conflict" while it is used */
export function deleteCategory(actor: Actor, input: DeleteInput): Promise<void> {
  authorise(actor, "taxonomy.edit");
  const { id, expectedVersion } = parseInput(deleteInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "category", id, expectedVersion);
    const before = await tx.category.findUniqueOrThrow({ where: { id } });
    const refusal = deletionRefusal("category", {
      articles: await tx.article.count({ where: { categoryId: id } }),
      publications: await tx.publication.count({ where: { categoryId: id } }),
      subcategories: await tx.category.count({ where: { parentId: id } }),
      menuLinks: await countMenuLinks(tx, categoryPath(before.slug)),
    });
    if (refusal) throw new AppError("conflict", refusal);
    await tx.category.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "category.deleted", subjectType: "category", subjectId: id, before });
    await bumpContentVersion(tx, { paths: [], foremost: [categoryPath(before.slug)] });
  });
}

async function moveAddress(tx: Transaction, oldSlug: string, newSlug: string): Promise<void> {
  const [from, to] = [categoryPath(oldSlug), categoryPath(newSlug)];
  await redirectMoved(tx, { from, to, under: true });
  await moveMenuLinks(tx, { from, to });
}

/** A category's address and, when it moves, those of the articles that readers see in it; old and new. */
async function movedPaths(tx: Transaction, id: number, oldSlug: string, newSlug: string): Promise<string[]> {
  const own = [categoryPath(oldSlug), categoryPath(newSlug)];
  if (oldSlug === newSlug) return own;
  const slugs = await visibleSlugs(tx, id);
  const articles = slugs.flatMap((slug) =>
    [oldSlug, newSlug].map((categorySlug) => articlePath({ categorySlug, slug })),
  );
  return [...own, ...articles];
}

/** @throws InputError when the parent is gone, or lies below the category itself */
async function refuseLoop(tx: Transaction, id: number, parentId: number | null): Promise<void> {
  if (parentId === null) return;
  // Two editors who nest two categories into each other at the same time: the second waits, and then sees the first.
  const categories = await tx.$queryRaw<{ id: number; parentId: number | null }[]>`
    SELECT id, parent_id AS "parentId" FROM category ORDER BY id FOR UPDATE`;
  if (!categories.some((category) => category.id === parentId))
    throw new InputError({ parentId: ["is no longer there"] });
  if (selfAndDescendants(categories, id).has(parentId)) {
    throw new InputError({ parentId: ["is the category itself, or lies below it"] });
  }
}

/** Subcategories go over to the other category, or one step up when that one lies among them. */
async function adoptSubcategories(
  tx: Transaction,
  from: { id: number; parentId: number | null },
  intoId: number,
): Promise<void> {
  const categories = await tx.category.findMany({ select: { id: true, parentId: true } });
  const parentId = selfAndDescendants(categories, from.id).has(intoId) ? from.parentId : intoId;
  await tx.category.updateMany({ where: { parentId: from.id }, data: { parentId } });
}
