/** What an uploaded picture may be and what is made of it. */

/**
 * Largest upload in bytes: 25 MB. A 24-megapixel JPEG straight from a camera is 8 to 15 MB; more is a print original.
 */
export const maxUploadBytes = 25 * 1024 * 1024;

/**
 * Most pixels that are decoded: 50 million, about what today's phones and cameras make (48 and 50 MP). At 4 bytes each
 * this bounds one decoding to 200 MB, however small the file is that claims those dimensions (a decompression bomb).
 */
export const maxPixels = 50_000_000;

/**
 * Longest side in pixels. WebP keeps a side in 14 bits (RFC 9649, section 2.6), AV1 encoders and JPEG allow more; a
 * picture that is scaled down only by width keeps its height when it is narrow.
 */
export const maxSide = 16_383;

/** Shortest side in pixels. Smaller files are tracking pixels, spacers or icons, never something to show an article with. */
export const minSide = 64;

/**
 * Widths of the variants in pixels. 320 to 640: phones at 1x and 2x, and cards in lists; 960: a tablet or the text column
 * at 1.5x; 1280: above the 1200 that Google Discover asks of a large preview; 1920: a full-width cover on a desktop.
 */
export const variantWidths: readonly number[] = [320, 640, 960, 1280, 1920];

/** Width in pixels and length in characters of the blurred preview; it travels inside every page that shows the picture. */
export const placeholderWidth = 16;
export const maxPlaceholderLength = 600;

/**
 * The widths that are made of a picture: never wider than the picture itself, and its own width when that lies between
 * two of ours or below the smallest, so that no pixel an editor uploaded up to 1920 is thrown away.
 * @param originalWidth pixels, after turning upright
 * @returns ascending, at least one
 */
export function widthsFor(originalWidth: number): number[] {
  const widest = variantWidths.at(-1) ?? originalWidth;
  const own = Math.min(originalWidth, widest);
  const smaller = variantWidths.filter((width) => width < own);
  return [...smaller, own];
}
