import { AppError } from "@/lib/errors";
import { contentTypeOf } from "./content-types";

/** Longest key in bytes; what S3 allows, so that a key made on a disk can move to a bucket. */
export const maxKeyBytes = 1024;

/**
 * Lower-case letters, digits, `-`, `_` and inner dots, joined by `/`. No segment starts with a dot, so `..`, hidden files
 * and absolute paths cannot be written down at all; no capitals, because some disks don't tell them apart.
 */
const keyPattern = /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/;

/** Names that Windows opens as devices, with or without an extension. */
const deviceName = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/;

/**
 * Checks a key and finds its content type.
 * @throws AppError "invalid" for a key that could leave the storage's root or whose extension may not be stored
 */
export function parseKey(key: string): { segments: string[]; contentType: string } {
  const contentType = contentTypeOf(key);
  if (contentType === null || key.length > maxKeyBytes || !keyPattern.test(key) || deviceName.test(key)) {
    throw new AppError("invalid", `Not a storage key: ${JSON.stringify(key.slice(0, 100))}`);
  }
  return { segments: key.split("/"), contentType };
}

/**
 * As parseKey, for writing: the content type must be the extension's own, because the disk keeps only the extension.
 * @throws AppError "invalid" also when the two differ
 */
export function parseKeyForWriting(key: string, contentType: string): { segments: string[] } {
  const parsed = parseKey(key);
  if (parsed.contentType !== contentType) {
    throw new AppError("invalid", `${key} must be stored as ${parsed.contentType}, not as ${contentType}`);
  }
  return parsed;
}
