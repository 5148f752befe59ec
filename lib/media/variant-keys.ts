/** Where a picture's files are: `media/<first 2 of its sha256>/<first 32>/<width>.<format>`, its crops beside them. */
import type { ImageFormat } from "@/lib/urls";

/** Media types (IANA) of the formats that every picture is kept in. */
export const imageContentTypes = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
} as const satisfies Record<ImageFormat, string>;

const mediaKeyPattern = /^([0-9a-f]{2})\/\1[0-9a-f]{30}$/;

/**
 * MediaView.key of a picture, `<2>/<32>`. 128 bits of the digest keep different pictures apart; the first two characters
 * spread a disk's files over 256 folders.
 * @param sha256 of the uploaded bytes, 64 hexadecimal digits in lower case
 */
export function mediaKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(0, 32)}`;
}

/** True for what `mediaKey` makes: the check for a key that comes from an address. */
export function isMediaKey(key: string): boolean {
  return mediaKeyPattern.test(key);
}

/** Storage key of one file of a picture. `key` is MediaView.key, `width` in pixels. */
export function variantKey(key: string, width: number, format: ImageFormat): string {
  return `media/${key}/${String(width)}.${format}`;
}

/** Storage key of a crop. `name` as cropName (crops.ts) makes it. */
export function cropKey(key: string, name: string): string {
  return `media/${key}/${name}.jpg`;
}

/** Storage key of what later crops are cut from. No address leads to it. */
export function cropSourceKey(key: string): string {
  return `media/${key}/crop-source.jpg`;
}
