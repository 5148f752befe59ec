import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { deletionRefusal } from "../policy";
import { deleteMediaInput, type DeleteMediaInput } from "../schema";
import type { MediaUse } from "../types";
import { usesOf } from "../uses-queries";
import { lockMedia } from "./lock-media";
import { leaveFiles, sweepBehind, sweepFiles } from "./stored-files";

/** A picture can't go while something shows it; `uses` says what. */
export class MediaInUseError extends AppError {
  override name = "MediaInUseError";
  readonly uses: MediaUse[];

  constructor(message: string, uses: MediaUse[]) {
    super("conflict", message);
    this.uses = uses;
  }
}

/**
 * Takes a picture out of the library. Refused while anything uses it, also an earlier version that could be restored; a
 * picture that must disappear for good is replaced instead. Its files go after a day.
 * @throws MediaInUseError with every place; AppError "forbidden", "invalid", "not-found"
 */
export async function deleteMedia(actor: Actor, input: DeleteMediaInput): Promise<void> {
  authorise(actor, "media.manage");
  const { mediaId } = parseInput(deleteMediaInput, input);
  await transaction(async (tx) => {
    const media = await lockMedia(tx, mediaId);
    const uses = await usesOf(tx, mediaId);
    const refusal = deletionRefusal(uses);
    if (refusal !== null) throw new MediaInUseError(refusal, uses);
    await tx.media.delete({ where: { id: mediaId }, select: { id: true } });
    await leaveFiles(tx, media);
    await recordAudit(tx, actor, {
      action: "media.deleted",
      subjectType: "media",
      subjectId: mediaId,
      before: { originalName: media.originalName, sha256: media.sha256, alt: media.alt },
    });
  });
  await sweepBehind();
}

/**
 * Removes every file that no picture has pointed to for a day. Uploads, replacements and deletions do a little of it by
 * themselves; this is for maintenance.
 * @returns of how many pictures files were removed
 * @throws AppError "forbidden", "unavailable"
 */
export function removeLeftoverFiles(actor: Actor): Promise<number> {
  authorise(actor, "media.manage");
  return sweepFiles(Infinity);
}
