import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { middle } from "../crops";
import { uploadInput, type UploadInput } from "../schema";
import { refuseMissingFolder } from "./folder-lock";
import { claimFiles, storePicture, sweepBehind } from "./stored-files";

export type Uploaded = {
  id: number;
  /** False when the library has the very same file already; its details stay as they are. */
  isNew: boolean;
};

/**
 * Takes a picture in: decodes it, stores its variants, and gives it an id. The same bytes a second time are the same
 * picture: nothing is stored again.
 * @throws AppError "forbidden"; "invalid" and "too-large" for what is no acceptable picture; "unavailable" when the storage
 *   fails
 */
export async function uploadMedia(actor: Actor, input: UploadInput): Promise<Uploaded> {
  authorise(actor, "media.upload");
  const { bytes, ...details } = parseInput(uploadInput, input);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await database().media.findUnique({ where: { sha256 }, select: { id: true } });
  if (known) return { id: known.id, isNew: false };
  // Before the work, for who chose a folder that is gone; and again below, where it can't go any more.
  await refuseMissingFolder(database(), details.folderId);
  const picture = await storePicture(bytes, middle);
  const uploaded = await transaction(async (tx) => {
    await refuseMissingFolder(tx, details.folderId);
    // Before the row, as in replaceMedia: whoever brings the same bytes at the same time waits here, and neither for ever.
    await claimFiles(tx, picture);
    // Two uploads of the same file at the same time: the second finds the row of the first.
    const [made] = await tx.media.createManyAndReturn({
      data: [{ ...picture, ...details, createdAt: now() }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) {
      const { id } = await tx.media.findUniqueOrThrow({ where: { sha256 }, select: { id: true } });
      return { id, isNew: false };
    }
    await recordAudit(tx, actor, {
      action: "media.uploaded",
      subjectType: "media",
      subjectId: made.id,
      after: { originalName: details.originalName, sha256 },
    });
    return { id: made.id, isNew: true };
  });
  await sweepBehind();
  return uploaded;
}
