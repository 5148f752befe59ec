import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { decideDescribing, isBeforeReaders } from "../policy";
import { moveMediaInput, updateMediaInput, type MoveMediaInput, type UpdateMediaInput } from "../schema";
import type { MediaOutcome } from "../types";
import { usesOf } from "../uses-queries";
import { refuseMissingFolder } from "./folder-lock";
import { lockMedia, type MediaRow } from "./lock-media";
import { forgetStaleCrops } from "./renew-crops";

/**
 * Changes what is said about a picture: alternative text, decorative or not, credit, focal point, folder. What is left out
 * stays. Another focal point gives it other crops, under other addresses; the crops before stay for a day.
 * @throws AppError "forbidden" also for who is no editor, when readers see the picture; "invalid", "not-found"
 */
export function updateMedia(actor: Actor, input: UpdateMediaInput): Promise<void> {
  authorise(actor, "media.edit");
  const { mediaId, ...given } = parseInput(updateMediaInput, input);
  return describe(actor, mediaId, given);
}

function describe(actor: Actor, mediaId: number, given: Changes): Promise<void> {
  return transaction(async (tx) => {
    const media = await lockMedia(tx, mediaId);
    const { folderId, ...described } = changesOf(media, given);
    if (folderId !== undefined) await refuseMissingFolder(tx, folderId);
    const { before, after } = differences(media, { ...described, ...(folderId !== undefined && { folderId }) });
    if (Object.keys(after).length === 0) return;
    await tx.media.update({ where: { id: mediaId }, data: after, select: { id: true } });
    await forgetStaleCrops(tx, { ...media, ...described });
    await recordAudit(tx, actor, { action: "media.updated", subjectType: "media", subjectId: mediaId, before, after });
    // A folder is the desk's own order; everything else may stand on a page.
    if (Object.keys(described).length > 0) await tellReaders(tx, actor, mediaId);
  });
}

type Changes = Omit<UpdateMediaInput, "mediaId">;

/** What differs from the row. */
function changesOf(media: MediaRow, given: Changes): Changes {
  const names = Object.keys(given) as (keyof Changes)[];
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined && given[name] !== media[name]).map((name) => [name, given[name]]),
  );
}

function differences(media: MediaRow, after: Changes): { before: Changes; after: Changes } {
  const names = Object.keys(after) as (keyof Changes)[];
  return { before: Object.fromEntries(names.map((name) => [name, media[name]])), after };
}

/** @throws AppError "forbidden" when readers see the picture and the actor is no editor */
async function tellReaders(tx: Transaction, actor: Actor, mediaId: number): Promise<void> {
  const uses = await usesOf(tx, mediaId);
  const decision = decideDescribing(actor, uses);
  if (!decision.allowed) throw new AppError("forbidden", decision.reason);
  if (isBeforeReaders(uses)) await bumpContentVersion(tx);
}

/**
 * Puts pictures into a folder, or with null to the top of the library. Readers see nothing of it. Pictures that are gone
 * meanwhile keep none of the others from moving.
 * @returns what came of each, in the order given, each once
 * @throws AppError "forbidden", "invalid"; "not-found" when the folder is missing, and nothing is moved
 */
export function moveMedia(actor: Actor, input: MoveMediaInput): Promise<MediaOutcome[]> {
  authorise(actor, "media.edit");
  const { mediaIds, folderId } = parseInput(moveMediaInput, input);
  const wanted = [...new Set(mediaIds)];
  return transaction(async (tx) => {
    await refuseMissingFolder(tx, folderId);
    // In one order, so that two people who move the same pictures wait for each other and not forever.
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM media WHERE id = ANY (${wanted}) ORDER BY id FOR NO KEY UPDATE`;
    const found = rows.map(({ id }) => id);
    if (found.length > 0) {
      await tx.media.updateMany({ where: { id: { in: found } }, data: { folderId } });
      await recordAudit(tx, actor, {
        action: "media.moved",
        subjectType: "media",
        subjectId: found.join(","),
        after: { mediaIds: found, folderId },
      });
    }
    return wanted.map((mediaId) => ({
      mediaId,
      problem: found.includes(mediaId) ? null : "There is no such picture.",
    }));
  });
}
