/** Writing the one working copy of an article inside a transaction. Private to the verbs of this folder. */
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { InputError } from "@/lib/input";
import { sameValue } from "../compare/value-key";
import type { WorkingCopy } from "../schema";

/** The columns of a working copy, for create and update alike. */
export function workingCopyColumns(copy: WorkingCopy) {
  const { tagIds, authorIds, ...columns } = copy;
  return {
    columns,
    tags: tagIds.map((tagId, position) => ({ tagId, position })),
    authors: authorIds.map((personId, position) => ({ personId, position })),
  };
}

/**
 * Only what differs, for an update: the columns of the text search are made anew when the text is written, and triggers
 * read the body then.
 */
export function changedColumns(before: WorkingCopy, after: WorkingCopy) {
  const { columns, tags, authors } = workingCopyColumns(after);
  const changed = Object.entries(columns).filter(
    ([field, value]) => !sameValue(before[field as keyof WorkingCopy], value),
  );
  return {
    ...(Object.fromEntries(changed) as Partial<typeof columns>),
    ...(sameValue(before.tagIds, after.tagIds) ? {} : { tags: { deleteMany: {}, create: tags } }),
    ...(sameValue(before.authorIds, after.authorIds) ? {} : { authors: { deleteMany: {}, create: authors } }),
  };
}

/** @throws AppError "conflict" when another article holds the slug */
export async function refuseTakenSlug(tx: Transaction, slug: string, articleId: number | null): Promise<void> {
  const holder = await tx.article.findUnique({ where: { slug }, select: { id: true } });
  if (holder && holder.id !== articleId) {
    throw new AppError("conflict", `Another article has the address "${slug}" already.`);
  }
}

/** The slug itself, or with the first number behind it that no other article has. */
export async function freeSlug(tx: Transaction, wanted: string, articleId: number): Promise<string> {
  const rows = await tx.article.findMany({
    where: { slug: { startsWith: wanted }, id: { not: articleId } },
    select: { slug: true },
  });
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const slug = `${wanted}-${String(number)}`;
    if (!taken.has(slug)) return slug;
  }
}

/**
 * Refuses ids that name nothing, before the database does with words that help nobody.
 * @param before what need not be looked at again; null looks at everything
 * @throws InputError by field
 */
export async function refuseUnknownIds(
  tx: Transaction,
  copy: WorkingCopy,
  before: WorkingCopy | null = null,
): Promise<void> {
  const fields: Record<string, string[]> = {};
  for (const { field, ids, count, message } of namedIds(tx, copy)) {
    if (ids.length === 0 || (before && sameValue(before[field], copy[field]))) continue;
    if (new Set(ids).size < ids.length) fields[field] = ["names the same twice"];
    else if ((await count({ id: { in: ids } })) < ids.length) fields[field] = [message];
  }
  if (Object.keys(fields).length > 0) throw new InputError(fields);
}

type NamedIds = {
  field: keyof WorkingCopy;
  ids: number[];
  count: (where: { id: { in: number[] } }) => Promise<number>;
  message: string;
};

function namedIds(tx: Transaction, copy: WorkingCopy): NamedIds[] {
  const one = (id: number | null): number[] => (id === null ? [] : [id]);
  const people = (where: { id: { in: number[] } }) => tx.person.count({ where });
  const gone = (what: string): string => `There is no such ${what} any more. Choose another.`;
  return [
    {
      field: "categoryId",
      ids: one(copy.categoryId),
      count: (where) => tx.category.count({ where }),
      message: gone("category"),
    },
    { field: "tagIds", ids: copy.tagIds, count: (where) => tx.tag.count({ where }), message: gone("tag") },
    { field: "authorIds", ids: copy.authorIds, count: people, message: gone("person") },
    { field: "reviewerId", ids: one(copy.reviewerId), count: people, message: gone("person") },
    { field: "coverId", ids: one(copy.coverId), count: (where) => tx.media.count({ where }), message: gone("picture") },
  ];
}
