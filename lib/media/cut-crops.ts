/** Makes the crops of a picture out of its pixels. Storing them is the caller's business. */
import sharp from "sharp";
import type { Sharp } from "sharp";
import { cropName, cropSizes, cropSourceWidth, cropWindow, possibleCrops, type FocalPoint, type Size } from "./crops";
import { MediaError } from "./media-error";

export type Crop = { name: string; body: Buffer };

/**
 * Quality of crops. Programs fetch them once and scale them down; mozjpeg would save a fifth of the bytes and take ten times
 * as long.
 */
const cropQuality = 82;
/** Of what later crops are cut from: every one of them is encoded a second time. */
const sourceQuality = 90;

/** A picture without see-through parts that can be read again and again. */
export type CropSource = { read: () => Sharp; size: Size };

/**
 * Cuts every crop that the picture is large enough for.
 * @param source upright sRGB
 * @returns in the order of cropRatios; empty for a small picture
 */
export async function cutCrops({ read, size }: CropSource, point: FocalPoint): Promise<Crop[]> {
  return Promise.all(
    possibleCrops(size).map(async (ratio) => ({
      name: cropName(ratio, point),
      body: await read()
        .extract(cropWindow(size, ratio, point))
        .resize({ ...cropSizes[ratio], fit: "fill" })
        .jpeg({ quality: cropQuality })
        .toBuffer(),
    })),
  );
}

/**
 * What later crops of the picture are cut from when its focal point moves: as small as that allows.
 * @returns a JPEG, or null for a picture that can have no crops
 */
export async function keepCropSource({ read, size }: CropSource): Promise<Buffer | null> {
  if (cropSourceWidth(size) === null) return null;
  return read().jpeg({ quality: sourceQuality }).toBuffer();
}

/**
 * The same of a stored file.
 * @throws MediaError when it can't be decoded
 */
export async function cutCropsOf(file: Buffer, point: FocalPoint): Promise<Crop[]> {
  return cutCrops(await openCropSource(file), point);
}

async function openCropSource(file: Buffer): Promise<CropSource> {
  try {
    const { data, info } = await sharp(file, { failOn: "error" })
      .removeAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { read: () => sharp(data, { raw: { width, height, channels } }), size: { width, height } };
  } catch (cause) {
    throw new MediaError("not-an-image", "The stored picture is damaged.", { cause });
  }
}
