import type { Transaction } from "@/lib/db/client";
import { InputError } from "@/lib/input";
import { isReservedSlug } from "@/lib/reserved-slugs";

/**
 * Makes sure that an address of one part ("/news") is free: categories, static pages and the site itself share them.
 * Keeps others from taking it until the transaction ends.
 * @param self what holds the address itself, when it is being changed
 * @throws InputError for the field `slug`
 */
export async function claimTopAddress(
  tx: Transaction,
  slug: string,
  self: { categoryId?: number; pageId?: number } = {},
): Promise<void> {
  if (isReservedSlug(slug)) throw new InputError({ slug: [`is an address of the site itself`] });
  // Two tables can have no common unique index; the lock ends with the transaction.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('top-address'), hashtext(${slug}))`;
  const category = await tx.category.findUnique({ where: { slug }, select: { id: true } });
  if (category && category.id !== self.categoryId) throw new InputError({ slug: ["is the address of a category"] });
  const page = await tx.page.findUnique({ where: { slug }, select: { id: true } });
  if (page && page.id !== self.pageId) throw new InputError({ slug: ["is the address of a static page"] });
}
