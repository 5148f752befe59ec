/** Turns an uploaded file into the files that readers get. Pure over buffers: storing them is the caller's business. */
import { createHash } from "node:crypto";
import sharp from "sharp";
import type { OutputInfo, Sharp } from "sharp";
import type { ImageFormat } from "@/lib/urls";
import { cropSourceWidth, middle, type FocalPoint, type Size } from "./crops";
import { cutCrops, keepCropSource, type Crop } from "./cut-crops";
import {
  maxPixels,
  maxPlaceholderLength,
  maxSide,
  maxUploadBytes,
  minSide,
  placeholderWidth,
  widthsFor,
} from "./limits";
import { MediaError } from "./media-error";
import { tooLarge } from "./read-limited";
import { sniffFormat } from "./sniff-format";

export type ImageVariant = {
  /** Pixels. */
  width: number;
  height: number;
  format: ImageFormat;
  body: Buffer;
};

export type ProcessedImage = {
  /** Of the uploaded bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Pixels of the largest variant. */
  width: number;
  height: number;
  /** Widths of the variants, ascending, the same for every format. */
  widths: number[];
  /** A tiny blurred preview as a data URI (under 600 characters); see-through when the picture is. */
  placeholder: string;
  /** Size of the upload in bytes. */
  originalBytes: number;
  /** Sum of the variants in bytes. */
  bytes: number;
  variants: ImageVariant[];
  /** Around the given focal point; none of a picture that is too small. */
  crops: Crop[];
  /** A JPEG from which other crops can be cut later; null when there are none. */
  cropSource: Buffer | null;
};

/** 8-bit sRGB pixels, upright, as wide as the widest variant or what the crops need. */
type Pixels = { data: Buffer; info: OutputInfo };

/**
 * Decodes, turns upright (EXIF), converts to sRGB, drops all metadata (it may tell where a photographer lives) and encodes
 * every variant and crop. Of an animation the first frame is kept. Takes about a second of one core for a 1920 pixel
 * drawing.
 * @param point what the crops are cut around; left out, the middle
 * @throws MediaError with a message for the person who uploaded the file
 */
export async function processImage(input: Buffer, point: FocalPoint = middle): Promise<ProcessedImage> {
  const upright = await readHeader(input);
  const pixels = await decode(input, upright);
  const isOpaque = pixels.info.channels === 3;
  const widths = widthsFor(upright.width);
  const widest = await sized(pixels, widths.at(-1) ?? upright.width);
  const variants: ImageVariant[] = [];
  // One width after the other: three encoders at a time keep the cores busy without holding every size in memory.
  for (const width of widths) variants.push(...(await encode(await sized(widest, width))));
  return {
    sha256: createHash("sha256").update(input).digest("hex"),
    width: widest.info.width,
    height: widest.info.height,
    widths,
    placeholder: await makePlaceholder(widest, isOpaque),
    originalBytes: input.length,
    bytes: variants.reduce((sum, variant) => sum + variant.body.length, 0),
    variants,
    ...(await crop(pixels, point)),
  };
}

async function crop(pixels: Pixels, point: FocalPoint): Promise<Pick<ProcessedImage, "crops" | "cropSource">> {
  const width = cropSourceWidth(pixels.info);
  if (width === null) return { crops: [], cropSource: null };
  const { data, info } = await flat(await sized(pixels, width))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const source = { read: () => fromPixels({ data, info }), size: info };
  const [crops, cropSource] = await Promise.all([cutCrops(source, point), keepCropSource(source)]);
  return { crops, cropSource };
}

/**
 * Refuses what the file's size, signature and header already rule out, before any pixel is decoded: some milliseconds.
 * @returns pixels after turning upright
 * @throws MediaError with a message for the person who uploaded the file
 */
export async function readHeader(input: Buffer): Promise<Size> {
  if (input.length > maxUploadBytes) throw tooLarge();
  const sniffed = sniffFormat(input);
  if (sniffed.kind === "unknown")
    throw new MediaError("not-an-image", `This file is not a picture. ${acceptedFormats}`);
  if (sniffed.kind === "unsupported") {
    throw new MediaError("unsupported-format", `${sniffed.name} files cannot be used here. ${acceptedFormats}`);
  }
  const header = await orDamaged(() => sharp(input, { limitInputPixels: false, failOn: "error" }).metadata());
  if (header.mediaType !== sniffed.type) {
    throw new MediaError(
      "unsupported-format",
      `This kind of ${sniffed.type} file cannot be used here. ${acceptedFormats}`,
    );
  }
  refuseDimensions(header.autoOrient.width, header.autoOrient.height);
  return header.autoOrient;
}

function refuseDimensions(width: number, height: number): void {
  const size = `This picture is ${String(width)} × ${String(height)} pixels`;
  if (width * height > maxPixels) {
    const most = `${String(maxPixels / 1_000_000)} megapixels`;
    throw new MediaError("too-many-pixels", `${size}, more than ${most}. Make it smaller and upload it again.`);
  }
  if (Math.max(width, height) > maxSide) {
    const longest = `a side may be ${String(maxSide)} long`;
    throw new MediaError("too-many-pixels", `${size}; ${longest}. Make it smaller and upload it again.`);
  }
  if (Math.min(width, height) < minSide) {
    const least = `each side needs at least ${String(minSide)}`;
    throw new MediaError("too-small", `${size}; ${least}. Upload a larger version.`);
  }
}

function decode(input: Buffer, upright: Size): Promise<Pixels> {
  const width = Math.max(widthsFor(upright.width).at(-1) ?? 0, cropSourceWidth(upright) ?? 0);
  return orDamaged(async () => {
    const decoded = sharp(input, { limitInputPixels: maxPixels, failOn: "error" })
      .autoOrient()
      .resize({ width })
      .toColourspace("srgb");
    const pixels = await decoded.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
    return dropUnusedAlpha(pixels);
  });
}

/** Many files have an alpha channel that is opaque everywhere; without it every variant is smaller and quicker to make. */
async function dropUnusedAlpha(pixels: Pixels): Promise<Pixels> {
  if (pixels.info.channels < 4) return pixels;
  const { isOpaque } = await fromPixels(pixels).stats();
  if (!isOpaque) return pixels;
  return fromPixels(pixels).removeAlpha().raw().toBuffer({ resolveWithObject: true });
}

function fromPixels({ data, info }: Pixels): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function sized(pixels: Pixels, width: number): Promise<Pixels> {
  if (width === pixels.info.width) return pixels;
  return fromPixels(pixels).resize({ width }).raw().toBuffer({ resolveWithObject: true });
}

/** JPEG knows no transparency; without a background it would turn black. */
function flat(pixels: Pixels): Sharp {
  return fromPixels(pixels).flatten({ background: "#ffffff" });
}

async function encode(pixels: Pixels): Promise<ImageVariant[]> {
  const { width, height } = pixels.info;
  // Efforts measured on drawings of 1920 pixels: AVIF 2 instead of 1 doubles its time for 2 % of its bytes, WebP 4 instead
  // of 2 likewise; mozjpeg is worth its time (a third of the bytes).
  const encoders = {
    avif: fromPixels(pixels).avif({ quality: 50, effort: 1 }),
    webp: fromPixels(pixels).webp({ quality: 78, effort: 2 }),
    jpg: flat(pixels).jpeg({ quality: 78, mozjpeg: true }),
  } satisfies Record<ImageFormat, Sharp>;
  const inFormat = async (format: ImageFormat): Promise<ImageVariant> => ({
    width,
    height,
    format,
    body: await encoders[format].toBuffer(),
  });
  return Promise.all([inFormat("avif"), inFormat("webp"), inFormat("jpg")]);
}

/** A see-through picture gets a see-through preview: a coloured one would keep shining through after loading. */
async function makePlaceholder(pixels: Pixels, isOpaque: boolean): Promise<string> {
  const small = fromPixels(pixels).resize({ width: placeholderWidth, height: placeholderWidth, fit: "inside" });
  const preview = isOpaque ? small.blur(0.8) : small.ensureAlpha(0).linear([1, 1, 1, 0], [0, 0, 0, 0]);
  for (const quality of [50, 25, 5]) {
    const body = await preview.clone().webp({ quality, effort: 6 }).toBuffer();
    const uri = `data:image/webp;base64,${body.toString("base64")}`;
    if (uri.length < maxPlaceholderLength) return uri;
  }
  throw new Error("A preview of 16 pixels cannot be this large.");
}

async function orDamaged<Value>(decoding: () => Promise<Value>): Promise<Value> {
  try {
    return await decoding();
  } catch (cause) {
    const advice = "Open it in a picture program, save it again and upload the new file.";
    throw new MediaError("not-an-image", `This picture is damaged or incomplete. ${advice}`, { cause });
  }
}

const acceptedFormats = "Upload a JPEG, PNG, WebP, AVIF or GIF picture.";
