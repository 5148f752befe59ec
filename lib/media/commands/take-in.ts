import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireAccount } from "@/lib/auth/require-account";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { parseInput } from "@/lib/input";
import { enqueueJob } from "@/lib/jobs/commands";
import { inPictureProcess } from "@/lib/picture-process/in-picture-process";
import { openStorage } from "@/lib/storage/open-storage";
import { intakeFile } from "../intake-file";
import { pictureLane } from "../picture-lane";
import { replaceDetailsInput, uploadDetailsInput, type ReplaceDetailsInput, type UploadDetailsInput } from "../schema";
import { readUpload, type UploadSource } from "./read-upload";
import { orAppError } from "./stored-files";

/**
 * Takes a file in, to be made into a picture by the queue (uploadMedia): what is no picture is refused now, and what is
 * accepted is not lost any more, whichever process dies.
 * @returns the id of the intake, for awaitIntake()
 * @throws AppError "forbidden"; "invalid" and "too-large" for what is no acceptable picture by its header; "unavailable"
 *   when the storage fails; whatever the source fails with
 */
export async function takeInUpload(actor: Actor, source: UploadSource, details: UploadDetailsInput): Promise<string> {
  authorise(actor, "media.upload");
  return takeIn(actor, source, { replacesId: null, details: parseInput(uploadDetailsInput, details) });
}

/**
 * Takes new bytes of a picture in, to be put in place by the queue (replaceMedia).
 * @returns and throws as takeInUpload
 */
export async function takeInReplacement(
  actor: Actor,
  source: UploadSource,
  details: ReplaceDetailsInput,
): Promise<string> {
  authorise(actor, "media.manage");
  const { mediaId, originalName } = parseInput(replaceDetailsInput, details);
  return takeIn(actor, source, { replacesId: mediaId, details: { originalName } });
}

type Intake = { replacesId: number | null; details: Record<string, string | number | boolean | null> };

async function takeIn(actor: Actor, source: UploadSource, { replacesId, details }: Intake): Promise<string> {
  const { id: userId } = requireAccount(actor);
  const bytes = await readUpload(source);
  await orAppError(() => inPictureProcess("readHeader", bytes));
  const id = randomUUID();
  const { key, contentType } = intakeFile(id, bytes);
  // The row first: a file that no row names would never be found again.
  await database().pictureIntake.create({ data: { id, key, userId, replacesId, details, createdAt: now() } });
  await openStorage(env().STORAGE_URL).put(key, bytes, contentType);
  await transaction((tx) =>
    enqueueJob(tx, {
      task: "make-picture",
      payload: { intakeId: id },
      key: `make-picture:${id}`,
      queue: pictureLane(Number.parseInt(id.slice(0, 2), 16)),
    }),
  );
  return id;
}
