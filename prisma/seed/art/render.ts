import sharp from "sharp";
import { drawArtwork } from "./draw";
import type { ArtworkOptions } from "./draw";

/**
 * A picture as PNG, 1920 × 1080 unless the options say otherwise. Takes a quarter to three quarters of a second.
 * The compression is weak on purpose: the file is encoded again by lib/media.
 */
export function renderArtwork(options: ArtworkOptions): Promise<Buffer> {
  return sharp(Buffer.from(drawArtwork(options)))
    .removeAlpha()
    .png({ compressionLevel: 3 })
    .toBuffer();
}
