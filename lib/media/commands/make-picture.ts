import { buffer } from "node:stream/consumers";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import { openStorage } from "@/lib/storage/open-storage";
import { uploadDetailsInput, type UploadDetailsInput } from "../schema";
import { replaceMedia } from "./replace-media";
import { uploadMedia } from "./upload-media";

/** Days for which an intake is known: its sender may come back to ask. */
const keptDays = 1;

/** What no further try changes. Everything else is tried again. */
const final = new Set<ErrorCode>(["invalid", "too-large", "conflict", "not-found", "gone", "forbidden"]);

type Outcome = { mediaId: number; changed: boolean } | { errorCode: ErrorCode; errorMessage: string };

/**
 * Makes the picture of an intake, as whoever sent it: by their rights of now. Done twice it does no harm: the same bytes are
 * the same picture. An expected refusal is noted for the sender.
 * @throws AppError "unavailable" and whatever else may pass: the job is tried again
 */
export async function makePicture(intakeId: string): Promise<void> {
  const intake = await database().pictureIntake.findUnique({
    where: { id: intakeId, finishedAt: null },
    include: { user: { select: { id: true, email: true, role: true, disabledAt: true } } },
  });
  if (!intake) return;
  const { key, user, replacesId, details } = intake;
  const outcome = await orRefusal(async () => {
    if (user.disabledAt) throw new AppError("forbidden", "This account is disabled.");
    const bytes = await readIntake(key);
    const actor: Actor = { kind: "user", id: user.id, email: user.email, role: user.role };
    return replacesId === null
      ? upload(actor, bytes, uploadDetailsInput.parse(details))
      : replace(actor, bytes, { mediaId: replacesId, originalName: uploadDetailsInput.parse(details).originalName });
  });
  await database().pictureIntake.update({ where: { id: intakeId }, data: { ...outcome, finishedAt: now() } });
  await removeFile(key);
}

async function upload(actor: Actor, bytes: Buffer, details: UploadDetailsInput): Promise<Outcome> {
  const { id, isNew } = await uploadMedia(actor, { ...details, bytes });
  return { mediaId: id, changed: isNew };
}

async function replace(
  actor: Actor,
  bytes: Buffer,
  { mediaId, originalName }: { mediaId: number; originalName: string },
): Promise<Outcome> {
  const { changed } = await replaceMedia(actor, { mediaId, originalName, bytes });
  return { mediaId, changed };
}

async function orRefusal(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !final.has(error.code)) throw error;
    return { errorCode: error.code, errorMessage: error.message };
  }
}

async function readIntake(key: string): Promise<Buffer> {
  const object = await openStorage(env().STORAGE_URL).get(key);
  if (!object) throw new AppError("gone", "The file that was sent is gone. Send it once more.");
  return buffer(object.body);
}

/** What can't be deleted now is deleted by the sweep. */
async function removeFile(key: string): Promise<void> {
  try {
    await openStorage(env().STORAGE_URL).delete(key);
  } catch (error) {
    log().warn({ err: error, key }, "a file that was taken in could not be deleted yet");
  }
}

/**
 * Forgets intakes of more than a day ago, with what may be left of their files: of those that came to an end, and of those
 * that never will, because their sender's process died before they were queued or the queue gave them up.
 * @returns how many
 * @throws AppError "unavailable"
 */
export async function forgetIntakes(isStopped: () => boolean = () => false): Promise<number> {
  const due = { createdAt: { lte: new Date(now().getTime() - keptDays * 86_400_000) } };
  let forgotten = 0;
  while (!isStopped()) {
    const intake = await database().pictureIntake.findFirst({ where: due, orderBy: { createdAt: "asc" } });
    if (!intake) break;
    await openStorage(env().STORAGE_URL).delete(intake.key);
    // Another instance may have been quicker.
    await database().pictureIntake.deleteMany({ where: { id: intake.id } });
    forgotten += 1;
  }
  return forgotten;
}
