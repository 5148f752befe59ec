import sharp from "sharp";
import { drawArtwork } from "./draw";
import type { ArtworkOptions, ArtworkSubject } from "./draw";

/**
 * Pixels of a cover: high enough for the square crop that search engines ask for (lib/media/crops.ts). Readers' variants
 * stop at 1920 pixels, whatever the size of the drawing.
 */
export const coverSize = { width: 2134, height: 1200 } as const;

/**
 * A picture as PNG, 1920 × 1080 unless the options say otherwise. Takes a quarter to three quarters of a second.
 * The compression is weak on purpose: the file is encoded again by lib/media.
 */
export function renderArtwork(options: ArtworkOptions): Promise<Buffer> {
  return sharp(Buffer.from(drawArtwork(options)))
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/**
 * A cover as PNG. It is drawn on the 1920 × 1080 sheet and then printed larger: the paper's noise is tiled in whole pixels of
 * that sheet, and drawing it at another scale takes two to three times as long for a difference that nobody can see.
 */
export async function renderCover(subject: ArtworkSubject): Promise<Buffer> {
  // In two steps: told to resize, sharp would have the drawing drawn at the new scale.
  const { data, info } = await sharp(Buffer.from(drawArtwork(subject)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .resize({ ...coverSize, fit: "fill" })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
