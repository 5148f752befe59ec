/**
 * Which kind of file some bytes are, by their signature. It decides which decoder may see them at all: the library behind
 * sharp also reads SVG, TIFF, PDF and more, and hostile files must not reach those parsers.
 */

/** What sharp calls the media type of a format that we accept. */
export type AcceptedType = "image/jpeg" | "image/png" | "image/webp" | "image/avif" | "image/gif";

export type SniffedFormat =
  | { kind: "accepted"; type: AcceptedType }
  /** A picture, but of a kind that we don't take. */
  | { kind: "unsupported"; name: string }
  | { kind: "unknown" };

const signatures: readonly { at: number; bytes: string; format: SniffedFormat }[] = [
  { at: 0, bytes: "\xff\xd8\xff", format: { kind: "accepted", type: "image/jpeg" } },
  { at: 0, bytes: "\x89PNG\r\n\x1a\n", format: { kind: "accepted", type: "image/png" } },
  { at: 0, bytes: "GIF87a", format: { kind: "accepted", type: "image/gif" } },
  { at: 0, bytes: "GIF89a", format: { kind: "accepted", type: "image/gif" } },
  { at: 8, bytes: "WEBP", format: { kind: "accepted", type: "image/webp" } },
  { at: 0, bytes: "II*\0", format: { kind: "unsupported", name: "TIFF" } },
  { at: 0, bytes: "MM\0*", format: { kind: "unsupported", name: "TIFF" } },
  { at: 0, bytes: "BM", format: { kind: "unsupported", name: "BMP" } },
  { at: 0, bytes: "\0\0\x01\0", format: { kind: "unsupported", name: "ICO" } },
  { at: 0, bytes: "%PDF-", format: { kind: "unsupported", name: "PDF" } },
  { at: 0, bytes: "8BPS", format: { kind: "unsupported", name: "Photoshop" } },
  { at: 0, bytes: "\xff\x0a", format: { kind: "unsupported", name: "JPEG XL" } },
  { at: 4, bytes: "JXL ", format: { kind: "unsupported", name: "JPEG XL" } },
  { at: 4, bytes: "jP  ", format: { kind: "unsupported", name: "JPEG 2000" } },
];

/** Reads the first bytes only; says nothing about whether the rest is whole. */
export function sniffFormat(input: Buffer): SniffedFormat {
  const start = input.toString("latin1", 0, 1024);
  const known = signatures.find(({ at, bytes }) => start.startsWith(bytes, at));
  return known?.format ?? sniffHeif(input, start) ?? sniffSvg(start) ?? { kind: "unknown" };
}

/** ISO base media files (AVIF, HEIC) list their brands in the box `ftyp` (ISO/IEC 14496-12, section 4.3). */
function sniffHeif(input: Buffer, start: string): SniffedFormat | null {
  if (!start.startsWith("ftyp", 4)) return null;
  const brands: string[] = start.slice(8, Math.min(input.readUInt32BE(0), start.length)).match(/.{4}/gs) ?? [];
  if (brands.includes("avif") || brands.includes("avis")) return { kind: "accepted", type: "image/avif" };
  const isPicture = brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand));
  return isPicture ? { kind: "unsupported", name: "HEIC" } : null;
}

/** SVG is a program as much as a picture: it can carry script and fetch other files. */
function sniffSvg(start: string): SniffedFormat | null {
  // In UTF-16 every second byte is zero.
  return /<([a-z]+:)?svg[\s>]/i.test(start.replaceAll("\0", "")) ? { kind: "unsupported", name: "SVG" } : null;
}
