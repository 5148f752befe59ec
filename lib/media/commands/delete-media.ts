import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { deletionRefusal } from "../policy";
import { deleteManyMediaInput, deleteMediaInput, type DeleteManyMediaInput, type DeleteMediaInput } from "../schema";
import type { MediaOutcome, MediaUse } from "../types";
import { usesOf } from "../uses-queries";
import { lockMedia } from "./lock-media";
import { leaveFiles, sweepBehind } from "./stored-files";

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
  await deleteOne(actor, mediaId);
  await sweepBehind();
}

/**
 * As deleteMedia, for many: each by itself, so that one that is used keeps only itself.
 * @returns what came of each, in the order given, each once
 * @throws AppError "forbidden", "invalid", "unavailable"
 */
export async function deleteManyMedia(actor: Actor, input: DeleteManyMediaInput): Promise<MediaOutcome[]> {
  authorise(actor, "media.manage");
  const { mediaIds } = parseInput(deleteManyMediaInput, input);
  const outcomes: MediaOutcome[] = [];
  for (const mediaId of new Set(mediaIds)) outcomes.push({ mediaId, problem: await problemOfDeleting(actor, mediaId) });
  await sweepBehind();
  return outcomes;
}

async function problemOfDeleting(actor: Actor, mediaId: number): Promise<string | null> {
  try {
    await deleteOne(actor, mediaId);
    return null;
  } catch (error) {
    if (error instanceof AppError && (error.code === "conflict" || error.code === "not-found")) return error.message;
    throw error;
  }
}

function deleteOne(actor: Actor, mediaId: number): Promise<void> {
  return transaction(async (tx) => {
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
}
