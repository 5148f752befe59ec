import { sameValue } from "@/lib/articles/compare/value-key";
import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { countMenuLinks, moveMenuLinks } from "@/lib/navigation/commands";
import { redirectMoved } from "@/lib/redirects/commands/redirect-moved";
import { plainText } from "@/lib/richtext/plain-text";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { claimTopAddress } from "@/lib/top-address/commands";
import { staticPagePath } from "@/lib/urls";
import {
  deletePageInput,
  pageInput,
  pageSnapshot,
  restorePageInput,
  updatePageInput,
  type DeletePageInput,
  type PageInput,
  type PageSnapshot,
  type RestorePageInput,
  type UpdatePageInput,
} from "./schema";

/** A static page after a save. */
export type PageReference = { id: number; version: number; slug: string };

/** Writes a new static page; readers see it at once. @throws AppError "forbidden", "invalid" */
export function createPage(actor: Actor, input: PageInput): Promise<PageReference> {
  authorise(actor, "page.edit");
  const { updatedAt, ...given } = parseInput(pageInput, input);
  const page = withIds(given);
  return transaction(async (tx) => {
    await claimTopAddress(tx, page.slug);
    const created = await tx.page.create({
      data: { ...page, bodyText: plainText(page.body), updatedAt: updatedAt ?? now() },
      select: { id: true, version: true, slug: true },
    });
    await keepRevision(tx, actor, created, page);
    await recordAudit(tx, actor, {
      action: "page.created",
      subjectType: "page",
      subjectId: created.id,
      after: { slug: page.slug, title: page.title },
    });
    await bumpContentVersion(tx, { paths: [staticPagePath(page.slug)] });
    return created;
  });
}

/**
 * Replaces what a static page says; readers see it at once, and what it said before stays as a revision. A new slug moves
 * its address: the old one leads there from the same moment on.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between
 */
export function updatePage(actor: Actor, input: UpdatePageInput): Promise<PageReference> {
  authorise(actor, "page.edit");
  const { id, expectedVersion, page } = parseInput(updatePageInput, input);
  return transaction((tx) => replacePage(tx, actor, { id, expectedVersion, page, action: "page.saved" }));
}

/**
 * Puts an earlier revision before readers again, as a new save: nothing is lost by it.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between
 */
export function restorePage(actor: Actor, input: RestorePageInput): Promise<PageReference> {
  authorise(actor, "page.edit");
  const { id, expectedVersion, number } = parseInput(restorePageInput, input);
  return transaction(async (tx) => {
    const revision = await tx.pageRevision.findUnique({ where: { pageId_number: { pageId: id, number } } });
    if (!revision) throw new AppError("not-found", "There is no such revision.");
    const page = parseInput(pageSnapshot, revision.snapshot);
    return replacePage(tx, actor, { id, expectedVersion, page, action: "page.restored" });
  });
}

/** Removes a static page. Its last state stays in the audit log. @throws AppError "forbidden", "invalid", "not-found"; "conflict" while a menu leads to it */
export function deletePage(actor: Actor, input: DeletePageInput): Promise<void> {
  authorise(actor, "page.edit");
  const { id, expectedVersion } = parseInput(deletePageInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "page", id, expectedVersion);
    const before = pageSnapshot.parse(await tx.page.findUniqueOrThrow({ where: { id } }));
    if ((await countMenuLinks(tx, staticPagePath(before.slug))) > 0) {
      throw new AppError("conflict", "A menu leads to this page. Take it out of the menu first.");
    }
    await tx.page.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "page.deleted", subjectType: "page", subjectId: id, before });
    await bumpContentVersion(tx, { paths: [staticPagePath(before.slug)] });
  });
}

type Replacement = { id: number; expectedVersion: number; page: PageSnapshot; action: "page.saved" | "page.restored" };

async function replacePage(tx: Transaction, actor: Actor, given: Replacement): Promise<PageReference> {
  const { id } = given;
  const page = withIds(given.page);
  const version = await takeVersion(tx, "page", id, given.expectedVersion);
  const { slug, title, ...text } = await tx.page.findUniqueOrThrow({
    where: { id },
    select: { slug: true, title: true, excerpt: true, body: true, updatedAt: true },
  });
  const before = { slug, title };
  if (before.slug !== page.slug) {
    await claimTopAddress(tx, page.slug, { pageId: id });
    const [from, to] = [staticPagePath(before.slug), staticPagePath(page.slug)];
    await redirectMoved(tx, { from, to });
    await moveMenuLinks(tx, { from, to });
  }
  // The date that readers and sitemaps have is of what the page says, not of how search engines list it.
  const isRewritten = !sameValue([title, text.excerpt, text.body], [page.title, page.excerpt, page.body]);
  const updatedAt = isRewritten ? now() : text.updatedAt;
  await tx.page.update({ where: { id }, data: { ...page, bodyText: plainText(page.body), updatedAt } });
  await keepRevision(tx, actor, { id, version }, page);
  await recordAudit(tx, actor, {
    action: given.action,
    subjectType: "page",
    subjectId: id,
    before: { ...before, version: given.expectedVersion },
    after: { slug: page.slug, title: page.title, version },
  });
  // Menus stand on every page; otherwise only the page itself changed.
  const addresses = [...new Set([before.slug, page.slug])].map(staticPagePath);
  await bumpContentVersion(tx, before.slug === page.slug ? { paths: addresses } : { paths: [], foremost: addresses });
  return { id, version, slug: page.slug };
}

function withIds(page: PageSnapshot): PageSnapshot {
  return { ...page, body: withHeadingIds(page.body) };
}

async function keepRevision(
  tx: Transaction,
  actor: Actor,
  { id, version }: { id: number; version: number },
  snapshot: PageSnapshot,
): Promise<void> {
  await tx.pageRevision.create({
    data: { pageId: id, number: version, snapshot, actorId: actorUserId(actor), createdAt: now() },
  });
}
