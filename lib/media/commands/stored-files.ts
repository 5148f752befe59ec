/**
 * The files behind a picture. Private to the verbs of this folder.
 *
 * Files are written before the row that names them, and removed long after: a row without files would show readers a
 * broken picture, files without a row harm nobody. From the moment files may exist without a row until they have one, or
 * are removed, their key stands in media_leftover; so nothing is forgotten, also when the process dies half-way.
 */
import { now } from "@/lib/clock";
import { database, type Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { inPictureProcess } from "@/lib/picture-process/in-picture-process";
import { openStorage } from "@/lib/storage/open-storage";
import type { ImageFormat } from "@/lib/urls";
import { MediaError, toAppError } from "../media-error";
import type { Crop } from "../cut-crops";
import type { FocalPoint } from "../crops";
import type { ProcessedImage } from "../process-image";
import { whenThereIsRoom } from "../processing-gate";
import { cropKey, cropSourceKey, imageContentTypes, mediaKey, variantKey } from "../variant-keys";

/**
 * How long files stay when no picture points to them any more, in milliseconds: a day. Our own pages follow within
 * seconds, but an open tab, a feed reader or a cache in between may hold a page made before.
 */
const gracePeriod = 24 * 60 * 60 * 1000;
/** Pictures whose files one sweep removes at most, so that the verb which happens to sweep stays quick. */
const sweepSize = 5;

/** What the rows of a picture say of its files. */
export type StoredPicture = {
  sha256: string;
  key: string;
  width: number;
  height: number;
  widths: number[];
  placeholder: string;
  bytes: number;
  /** Names of the crops, around the focal point that was given. */
  crops: string[];
};

/** Files of one picture: all of them, or with no widths some of its crops. */
export type PictureFiles = { key: string; widths: number[]; crops: string[] };

/**
 * Decodes an upload and writes all its variants and crops. Until `claimFiles`, they count as left over.
 * @throws AppError "invalid" or "too-large" for what is no acceptable picture, "unavailable" when the storage fails
 */
export async function storePicture(bytes: Buffer, point: FocalPoint): Promise<StoredPicture> {
  const image = await orAppError(() => whenThereIsRoom(() => inPictureProcess("processImage", bytes, point)));
  const { sha256, width, height, widths, placeholder } = image;
  const key = mediaKey(sha256);
  const crops = image.crops.map(({ name }) => name);
  await leaveFiles(database(), { key, widths, crops });
  await writeVariants(key, image);
  await writeCrops(key, image.crops);
  return { sha256, key, width, height, widths, placeholder, bytes: image.bytes, crops };
}

/** Runs `work`; a MediaError comes out as the AppError that says the same. */
export async function orAppError<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MediaError ? toAppError(error) : error;
  }
}

async function writeVariants(key: string, image: ProcessedImage): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  for (const { width, format, body } of image.variants) {
    await storage.put(variantKey(key, width, format), body, imageContentTypes[format]);
  }
  if (image.cropSource) await storage.put(cropSourceKey(key), image.cropSource, imageContentTypes.jpg);
}

/** Writes crops; until `claimFiles`, they must count as left over. */
export async function writeCrops(key: string, crops: readonly Crop[]): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  for (const { name, body } of crops) await storage.put(cropKey(key, name), body, imageContentTypes.jpg);
}

/** A picture points to its variants and these crops now. Other crops of it stay left over. */
export async function claimFiles(tx: Transaction, { key, crops }: Pick<PictureFiles, "key" | "crops">): Promise<void> {
  await tx.$executeRaw`
    UPDATE media_leftover SET widths = '{}', crops = ARRAY(SELECT unnest(crops) EXCEPT SELECT unnest(${crops}::text[]))
    WHERE key = ${key}`;
  await tx.mediaLeftover.deleteMany({ where: { key, crops: { isEmpty: true } } });
}

/** No picture points to these files, from now on. */
export async function leaveFiles(
  tx: Pick<Transaction, "$executeRaw">,
  { key, widths, crops }: PictureFiles,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO media_leftover (key, widths, crops, since) VALUES (${key}, ${widths}, ${crops}, ${now()})
    ON CONFLICT (key) DO UPDATE SET
      since = EXCLUDED.since,
      widths = ARRAY(SELECT DISTINCT unnest(media_leftover.widths || EXCLUDED.widths) ORDER BY 1),
      crops = ARRAY(SELECT DISTINCT unnest(media_leftover.crops || EXCLUDED.crops) ORDER BY 1)`;
}

/**
 * Removes files whose grace period is over. The row stays locked while its files go: an upload of the same picture waits
 * in leaveFiles and then writes them again.
 * @returns how many pictures' files were removed
 */
export async function sweepFiles(limit: number, isStopped: () => boolean = () => false): Promise<number> {
  const due = new Date(now().getTime() - gracePeriod);
  let removed = 0;
  while (removed < limit && !isStopped() && (await sweepOne(due))) removed += 1;
  return removed;
}

function sweepOne(due: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const [leftover] = await tx.$queryRaw<PictureFiles[]>`
      SELECT key, widths, crops FROM media_leftover WHERE since <= ${due} ORDER BY since LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!leftover) return false;
    const owner = await tx.media.findUnique({ where: { key: leftover.key }, select: { crops: true } });
    if (owner) await removeCrops(leftover.key, without(leftover.crops, owner.crops));
    else await removePicture(leftover);
    await tx.mediaLeftover.delete({ where: { key: leftover.key } });
    return true;
  });
}

function without(names: readonly string[], kept: readonly string[]): string[] {
  return names.filter((name) => !kept.includes(name));
}

async function removePicture({ key, widths, crops }: PictureFiles): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  const formats = Object.keys(imageContentTypes) as ImageFormat[];
  for (const width of widths) {
    for (const format of formats) await storage.delete(variantKey(key, width, format));
  }
  await removeCrops(key, crops);
  await storage.delete(cropSourceKey(key));
}

async function removeCrops(key: string, names: readonly string[]): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  for (const name of names) await storage.delete(cropKey(key, name));
}

/** Sweeps a little behind a verb that is done. What fails now is tried again by the next; the verb stays done. */
export async function sweepBehind(): Promise<void> {
  try {
    await sweepFiles(sweepSize);
  } catch (error) {
    log().warn({ err: error }, "files of removed pictures could not be deleted yet");
  }
}
