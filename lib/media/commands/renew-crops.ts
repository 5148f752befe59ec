/**
 * Crops of pictures that have none yet: pictures from before there were crops, and those whose focal point has moved. A row
 * whose `crops` are null is one of them; nothing else has to be remembered, so that the work goes on wherever it ended.
 */
import { buffer } from "node:stream/consumers";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { database, type Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { enqueueJob } from "@/lib/jobs/commands";
import { log } from "@/lib/log";
import { inPictureProcess } from "@/lib/picture-process/in-picture-process";
import { openStorage } from "@/lib/storage/open-storage";
import { cropName, ratioOfCrop } from "../crops";
import type { Crop } from "../cut-crops";
import { MediaError } from "../media-error";
import { pictureLane } from "../picture-lane";
import { isBeforeReaders } from "../policy";
import { whenThereIsRoom } from "../processing-gate";
import { usesOf } from "../uses-queries";
import { cropSourceKey, variantKey } from "../variant-keys";
import { claimFiles, leaveFiles, writeCrops } from "./stored-files";

type DuePicture = { id: number; key: string; widths: number[]; focalX: number; focalY: number };

/**
 * Cuts the crops of every picture that waits for them, one after the other. Instances that do it at the same time share the
 * work; what is interrupted is done by the next call. Nobody asks for it, so there is no actor.
 * @param isStopped asked between two pictures; true ends the round
 * @returns how many pictures were brought up to date
 * @throws AppError "unavailable"
 */
export async function renewCrops(isStopped: () => boolean = () => false): Promise<number> {
  let renewed = 0;
  try {
    while (!isStopped() && (await renewNext())) renewed += 1;
  } finally {
    // Once, and not for each: every page that names a picture is made again.
    if (renewed > 0) await transaction((tx) => bumpContentVersion(tx));
  }
  return renewed;
}

function renewNext(): Promise<boolean> {
  return whenThereIsRoom(() =>
    transaction(async (tx) => {
      const [picture] = await tx.$queryRaw<DuePicture[]>`
        SELECT id, key, widths, focal_x AS "focalX", focal_y AS "focalY" FROM media WHERE crops IS NULL
        ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
      if (picture) await renew(tx, picture);
      return picture !== undefined;
    }),
  );
}

/**
 * Cuts the crops of one picture, if it waits for them: the queue's work behind a verb that is done. Done twice it does no harm.
 * @throws AppError "unavailable": the job is tried again, as is the picture by `renewCrops`
 */
export async function renewCropsOf(mediaId: number): Promise<void> {
  const due = await database().media.count({ where: { id: mediaId, crops: { equals: null } } });
  if (due === 0) return;
  await whenThereIsRoom(() =>
    transaction(async (tx) => {
      const [picture] = await tx.$queryRaw<DuePicture[]>`
        SELECT id, key, widths, focal_x AS "focalX", focal_y AS "focalY" FROM media
        WHERE id = ${mediaId} AND crops IS NULL FOR NO KEY UPDATE`;
      if (!picture) return;
      await renew(tx, picture);
      if (isBeforeReaders(await usesOf(tx, mediaId))) await bumpContentVersion(tx);
    }),
  );
}

/**
 * For a verb that has locked the picture: crops that were not cut around its focal point are left over, and others are cut by
 * the queue when the verb is done. Until then programs are named the whole picture.
 */
export async function forgetStaleCrops(
  tx: Transaction,
  picture: Pick<DuePicture, "id" | "key" | "focalX" | "focalY"> & { crops: string[] },
): Promise<void> {
  const { id, key, crops } = picture;
  const stale = crops.some((name) => {
    const ratio = ratioOfCrop(name);
    return ratio === null || name !== cropName(ratio, picture);
  });
  if (!stale) return;
  await leaveFiles(tx, { key, widths: [], crops });
  await tx.$executeRaw`UPDATE media SET crops = NULL WHERE id = ${id}`;
  await enqueueJob(tx, {
    task: "cut-crops",
    payload: { mediaId: id },
    key: `cut-crops:${String(id)}`,
    queue: pictureLane(id),
  });
}

/** The row is locked: nobody replaces, deletes or describes the picture meanwhile. */
async function renew(tx: Transaction, picture: DuePicture): Promise<void> {
  const { id, key } = picture;
  const crops = await cropsOf(picture);
  const names = crops.map(({ name }) => name);
  // Not in this transaction: what is written now must be found also when it is rolled back.
  await leaveFiles(database(), { key, widths: [], crops: names });
  await writeCrops(key, crops);
  await claimFiles(tx, { key, crops: names });
  await tx.media.update({ where: { id }, data: { crops: names }, select: { id: true } });
}

/** None for a picture whose files are gone or damaged: it would be tried for ever. @throws AppError "unavailable" */
async function cropsOf(picture: DuePicture): Promise<Crop[]> {
  const file = await readSource(picture);
  try {
    if (file) return await inPictureProcess("cutCropsOf", file, { focalX: picture.focalX, focalY: picture.focalY });
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
  }
  log().error({ mediaId: picture.id, key: picture.key }, "the files of a picture are missing or damaged");
  return [];
}

/** What was kept for this, or of a picture from before that its widest variant. */
async function readSource({ key, widths }: DuePicture): Promise<Buffer | null> {
  const storage = openStorage(env().STORAGE_URL);
  const widest = variantKey(key, Math.max(...widths), "jpg");
  const object = (await storage.get(cropSourceKey(key))) ?? (await storage.get(widest));
  return object ? buffer(object.body) : null;
}
