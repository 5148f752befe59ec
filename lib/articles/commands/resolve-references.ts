/** What an old text names may have been merged or removed since. Private to the verbs and queries of this folder. */
import type { Transaction } from "@/lib/db/client";
import { mediaIds } from "@/lib/richtext/media-references";
import type { WorkingCopy } from "../schema";

export type NotRestored = { field: keyof WorkingCopy; reason: string };

type Ids = Record<"categories" | "tags" | "people" | "media", number[]>;
type Reader = Pick<Transaction, "mergedCategory" | "mergedTag" | "category" | "tag" | "person" | "media">;

/** The same text with the ids of merged categories and tags replaced by what they were merged into. */
export async function withMergedIds(reader: Reader, copy: WorkingCopy): Promise<WorkingCopy> {
  const categories = await reader.mergedCategory.findMany({ where: { oldId: copy.categoryId ?? 0 } });
  const tags = await reader.mergedTag.findMany({ where: { oldId: { in: copy.tagIds } } });
  const categoryId = categories[0]?.categoryId ?? copy.categoryId;
  const tagOf = new Map(tags.map(({ oldId, tagId }) => [oldId, tagId]));
  return { ...copy, categoryId, tagIds: [...new Set(copy.tagIds.map((id) => tagOf.get(id) ?? id))] };
}

/**
 * What can be restored of a text: what it names and is gone is left out, and told.
 * @param copy as withMergedIds gave it
 */
export async function withoutVanished(
  reader: Reader,
  copy: WorkingCopy,
): Promise<{ copy: WorkingCopy; notRestored: NotRestored[] }> {
  const there = await existing(reader, idsOf(copy));
  const told: NotRestored[] = [];
  const list = (field: "tagIds" | "authorIds", present: Set<number>, reason: string): number[] => {
    const kept = copy[field].filter((id) => present.has(id));
    if (kept.length < copy[field].length) told.push({ field, reason });
    return kept;
  };
  const one = (field: "categoryId" | "reviewerId" | "coverId", present: Set<number>, reason: string): number | null => {
    const id = copy[field];
    if (id === null || present.has(id)) return id;
    told.push({ field, reason });
    return null;
  };
  const restored: WorkingCopy = {
    ...copy,
    categoryId: one("categoryId", there.categories, "Its category was removed."),
    tagIds: list("tagIds", there.tags, "Some of its tags were removed."),
    authorIds: list("authorIds", there.people, "Somebody in its byline was removed."),
    reviewerId: one("reviewerId", there.people, "Its reviewer was removed."),
    coverId: one("coverId", there.media, "Its hero picture was deleted."),
  };
  if (mediaIds(copy.body).some((id) => !there.media.has(id))) {
    told.push({ field: "body", reason: "A picture in the text was deleted; its place is kept." });
  }
  return { copy: restored, notRestored: told };
}

function idsOf(copy: WorkingCopy): Ids {
  const one = (id: number | null): number[] => (id === null ? [] : [id]);
  return {
    categories: one(copy.categoryId),
    tags: copy.tagIds,
    people: [...copy.authorIds, ...one(copy.reviewerId)],
    media: [...one(copy.coverId), ...mediaIds(copy.body)],
  };
}

async function existing(reader: Reader, ids: Ids): Promise<Record<keyof Ids, Set<number>>> {
  const among = (list: number[]) => ({ where: { id: { in: list } }, select: { id: true } }) as const;
  const setOf = (rows: { id: number }[]): Set<number> => new Set(rows.map(({ id }) => id));
  return {
    categories: setOf(await reader.category.findMany(among(ids.categories))),
    tags: setOf(await reader.tag.findMany(among(ids.tags))),
    people: setOf(await reader.person.findMany(among(ids.people))),
    media: setOf(await reader.media.findMany(among(ids.media))),
  };
}

export type CopyNames = Record<keyof Ids, Record<number, string>>;

/** What the ids of some texts are called. What is gone has no entry. */
export async function namesIn(reader: Reader, copies: WorkingCopy[]): Promise<CopyNames> {
  const all = copies.map(idsOf);
  const among = (kind: keyof Ids) => ({ where: { id: { in: all.flatMap((ids) => ids[kind]) } } });
  const named = (rows: { id: number; name: string }[]): Record<number, string> =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  const select = { id: true, name: true } as const;
  const media = await reader.media.findMany({ ...among("media"), select: { id: true, originalName: true } });
  return {
    categories: named(await reader.category.findMany({ ...among("categories"), select })),
    tags: named(await reader.tag.findMany({ ...among("tags"), select })),
    people: named(await reader.person.findMany({ ...among("people"), select })),
    media: named(media.map(({ id, originalName }) => ({ id, name: originalName }))),
  };
}
