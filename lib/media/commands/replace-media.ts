import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { isBeforeReaders } from "../policy";
import { replaceMediaInput, type ReplaceMediaInput } from "../schema";
import { usesOf } from "../uses-queries";
import { lockMedia } from "./lock-media";
import { forgetStaleCrops } from "./renew-crops";
import { claimFiles, leaveFiles, storePicture, sweepBehind, type StoredPicture } from "./stored-files";

/**
 * Gives a picture new bytes under the same id: every page, draft and earlier version that names it shows the new ones.
 * Alternative text, credit and focal point stay, and crops of the new bytes are cut around it. The old files go after a day, when no page made before can still ask
 * for them.
 * @returns whether anything changed: the same bytes again change nothing
 * @throws AppError "forbidden", "not-found"; "conflict" when the library holds the new bytes under another id; "invalid",
 *   "too-large" and "unavailable" as uploadMedia
 */
export async function replaceMedia(actor: Actor, input: ReplaceMediaInput): Promise<{ changed: boolean }> {
  authorise(actor, "media.manage");
  const { mediaId, bytes, originalName } = parseInput(replaceMediaInput, input);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [present, twin] = await Promise.all([
    database().media.findUnique({
      where: { id: mediaId },
      select: { sha256: true, focalX: true, focalY: true },
    }),
    database().media.findUnique({ where: { sha256 }, select: { id: true } }),
  ]);
  if (!present) throw new AppError("not-found", "There is no such picture.");
  if (present.sha256 === sha256) return { changed: false };
  if (twin) throw new AppError("conflict", `The library has this very picture already, as number ${String(twin.id)}.`);
  const picture = await storePicture(bytes, present);
  await refusingTwins(() => swapFiles(actor, mediaId, { ...picture, originalName }));
  await sweepBehind();
  return { changed: true };
}

function swapFiles(actor: Actor, mediaId: number, after: StoredPicture & { originalName: string }): Promise<void> {
  return transaction(async (tx) => {
    const before = await lockMedia(tx, mediaId);
    await claimFiles(tx, after);
    if (before.sha256 === after.sha256) return;
    await tx.media.update({ where: { id: mediaId }, data: after, select: { id: true } });
    // Somebody may have moved the focal point while the new bytes were decoded.
    await forgetStaleCrops(tx, { ...before, ...after });
    await leaveFiles(tx, before);
    await recordAudit(tx, actor, {
      action: "media.replaced",
      subjectType: "media",
      subjectId: mediaId,
      before: { originalName: before.originalName, sha256: before.sha256 },
      after: { originalName: after.originalName, sha256: after.sha256 },
    });
    // A narrower picture may leave link previews to the drawn cards.
    if (isBeforeReaders(await usesOf(tx, mediaId))) await bumpContentVersion(tx, { paths: [], cards: "all" });
  });
}

/** Somebody uploaded the same bytes while these were decoded. */
async function refusingTwins(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "The library has this very picture already.", { cause: error });
  }
}
