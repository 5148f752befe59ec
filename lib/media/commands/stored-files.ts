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
import { openStorage } from "@/lib/storage/open-storage";
import type { ImageFormat } from "@/lib/urls";
import { MediaError, toAppError } from "../media-error";
import { processImage, type ProcessedImage } from "../process-image";
import { whenThereIsRoom } from "../processing-gate";
import { imageContentTypes, mediaKey, variantKey } from "../variant-keys";

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
};

/**
 * Decodes an upload and writes all its variants. Until `claimFiles`, they count as left over.
 * @throws AppError "invalid" or "too-large" for what is no acceptable picture, "unavailable" when the storage fails
 */
export async function storePicture(bytes: Buffer): Promise<StoredPicture> {
  const image = await orAppError(() => whenThereIsRoom(() => processImage(bytes)));
  const { sha256, width, height, widths, placeholder } = image;
  const key = mediaKey(sha256);
  await leaveFiles(database(), { key, widths });
  await writeVariants(key, image);
  return { sha256, key, width, height, widths, placeholder, bytes: image.bytes };
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
}

/** A picture points to these files now. */
export async function claimFiles(tx: Transaction, key: string): Promise<void> {
  await tx.mediaLeftover.deleteMany({ where: { key } });
}

/** No picture points to these files, from now on. */
export async function leaveFiles(
  tx: Pick<Transaction, "$executeRaw">,
  { key, widths }: { key: string; widths: number[] },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO media_leftover (key, widths, since) VALUES (${key}, ${widths}, ${now()})
    ON CONFLICT (key) DO UPDATE SET
      since = EXCLUDED.since,
      widths = ARRAY(SELECT DISTINCT unnest(media_leftover.widths || EXCLUDED.widths) ORDER BY 1)`;
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
    const [leftover] = await tx.$queryRaw<{ key: string; widths: number[] }[]>`
      SELECT key, widths FROM media_leftover WHERE since <= ${due} ORDER BY since LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!leftover) return false;
    const owner = await tx.media.findUnique({ where: { key: leftover.key }, select: { id: true } });
    if (!owner) await removeVariants(leftover);
    await claimFiles(tx, leftover.key);
    return true;
  });
}

async function removeVariants({ key, widths }: { key: string; widths: number[] }): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  const formats = Object.keys(imageContentTypes) as ImageFormat[];
  for (const width of widths) {
    for (const format of formats) await storage.delete(variantKey(key, width, format));
  }
}

/** Sweeps a little behind a verb that is done. What fails now is tried again by the next; the verb stays done. */
export async function sweepBehind(): Promise<void> {
  try {
    await sweepFiles(sweepSize);
  } catch (error) {
    log().warn({ err: error }, "files of removed pictures could not be deleted yet");
  }
}
