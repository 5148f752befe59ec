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
import { countMenuLinks, moveMenuLinks } from "@/lib/navigation/commands";
import { redirectMoved } from "@/lib/redirects/commands/redirect-moved";
import { tagPath } from "@/lib/urls";
import { deletionRefusal } from "./policy";
import {
  deleteInput,
  mergeInput,
  updateTagInput,
  type DeleteInput,
  type MergeInput,
  type UpdateTagInput,
} from "./schema";

/** Public versions whose words for the search are written in one statement. */
const searchBatch = 500;

/**
 * Renames or describes a tag. A new slug moves its address: the old one leads there from the same moment on.
 * @returns its new version
 * @throws AppError "forbidden", "invalid" (also when the name or address is taken), "not-found", "conflict"
 */
export function updateTag(actor: Actor, input: UpdateTagInput): Promise<number> {
  authorise(actor, "taxonomy.edit");
  const { id, expectedVersion, tag } = parseInput(updateTagInput, input);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "tag", id, expectedVersion);
    const before = await tx.tag.findUniqueOrThrow({
      where: { id },
      select: { slug: true, name: true, description: true },
    });
    await refuseTaken({ name: ["is the name or the address of another tag"] }, () =>
      tx.tag.update({ where: { id }, data: tag }),
    );
    if (before.slug !== tag.slug) await moveAddress(tx, before.slug, tag.slug);
    if (before.name !== tag.name) await rewriteTagText(tx, id);
    await recordAudit(tx, actor, { action: "tag.saved", subjectType: "tag", subjectId: id, before, after: tag });
    await bumpContentVersion(tx, { paths: [], foremost: [before.slug, tag.slug].map((slug) => tagPath(slug)) });
    return version;
  });
}

/**
 * Makes two tags one: what carries `fromId` carries `intoId` (once), and the address of the one leads to the other; whole
 * or not at all. Working copies that somebody has open count as changed.
 * @returns how many articles carried `fromId`
 * @throws AppError "forbidden", "invalid", "not-found", "conflict"
 */
export function mergeTags(actor: Actor, input: MergeInput): Promise<{ articles: number }> {
  authorise(actor, "taxonomy.edit");
  const { fromId, expectedVersion, intoId } = parseInput(mergeInput, input);
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM tag WHERE id IN (${fromId}, ${intoId}) ORDER BY id FOR UPDATE`;
    await takeVersion(tx, "tag", fromId, expectedVersion);
    const from = await tx.tag.findUniqueOrThrow({ where: { id: fromId } });
    const into = await tx.tag.findUnique({ where: { id: intoId } });
    if (!into) throw new AppError("not-found", "The tag to merge into is no longer there.");
    const articles = await moveTagged(tx, fromId, intoId);
    await tx.mergedTag.updateMany({ where: { tagId: fromId }, data: { tagId: intoId } });
    await tx.mergedTag.create({ data: { oldId: fromId, tagId: intoId } });
    await tx.tag.delete({ where: { id: fromId } });
    await moveAddress(tx, from.slug, into.slug);
    await rewriteTagText(tx, intoId);
    await recordAudit(tx, actor, {
      action: "tag.merged",
      subjectType: "tag",
      subjectId: intoId,
      before: { from: { id: fromId, slug: from.slug, name: from.name, description: from.description } },
      after: { into: { id: intoId, slug: into.slug, name: into.name }, articles },
    });
    await bumpContentVersion(tx, { paths: [], foremost: [from.slug, into.slug].map((slug) => tagPath(slug)) });
    return { articles };
  });
}

/** Removes a tag that nothing uses. @throws AppError "forbidden", "invalid", "not-found"; "conflict" while it is used */
export function deleteTag(actor: Actor, input: DeleteInput): Promise<void> {
  authorise(actor, "taxonomy.edit");
  const { id, expectedVersion } = parseInput(deleteInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "tag", id, expectedVersion);
    const before = await tx.tag.findUniqueOrThrow({ where: { id } });
    const refusal = deletionRefusal("tag", {
      articles: await tx.articleTag.count({ where: { tagId: id } }),
      publications: await tx.publicationTag.count({ where: { tagId: id } }),
      subcategories: 0,
      menuLinks: await countMenuLinks(tx, tagPath(before.slug)),
    });
    if (refusal) throw new AppError("conflict", refusal);
    await tx.tag.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "tag.deleted", subjectType: "tag", subjectId: id, before });
    await bumpContentVersion(tx, { paths: [], foremost: [tagPath(before.slug)] });
  });
}

async function moveAddress(tx: Transaction, oldSlug: string, newSlug: string): Promise<void> {
  const [from, to] = [tagPath(oldSlug), tagPath(newSlug)];
  await redirectMoved(tx, { from, to, under: true });
  await moveMenuLinks(tx, { from, to });
}

/** @returns how many working copies carried `fromId` */
async function moveTagged(tx: Transaction, fromId: number, intoId: number): Promise<number> {
  const articles = await tx.$executeRaw`
    UPDATE article SET version = version + 1 WHERE id IN (SELECT article_id FROM article_tag WHERE tag_id = ${fromId})`;
  await tx.$executeRaw`
    DELETE FROM article_tag a USING article_tag b
    WHERE a.tag_id = ${fromId} AND b.tag_id = ${intoId} AND b.article_id = a.article_id`;
  await tx.articleTag.updateMany({ where: { tagId: fromId }, data: { tagId: intoId } });
  await tx.$executeRaw`
    DELETE FROM publication_tag a USING publication_tag b
    WHERE a.tag_id = ${fromId} AND b.tag_id = ${intoId} AND b.publication_id = a.publication_id`;
  await tx.publicationTag.updateMany({ where: { tagId: fromId }, data: { tagId: intoId } });
  return articles;
}

/** Writes the names of tags into the text that readers search, for all public versions that carry the tag. */
async function rewriteTagText(tx: Transaction, tagId: number): Promise<void> {
  const rows = await tx.publicationTag.findMany({ where: { tagId }, select: { publicationId: true } });
  for (let start = 0; start < rows.length; start += searchBatch) {
    const ids = rows.slice(start, start + searchBatch).map(({ publicationId }) => publicationId);
    await tx.$executeRaw`
      UPDATE publication SET tag_text = (
        SELECT string_agg(t.name, ', ' ORDER BY j.position) FROM publication_tag j JOIN tag t ON t.id = j.tag_id
        WHERE j.publication_id = publication.id)
      WHERE id = ANY (${ids})`;
  }
}
