/**
 * Entity tags of kept pages. They are written as nginx writes those of files, `"<time of modification>-<length>"` in
 * hexadecimal, so that a page has the same tag whether it comes from memory or from a file (lib/page-files/): the file is
 * given the time that stands in its tag.
 */
import { createHash } from "node:crypto";

/**
 * Strong in practice: 31 bits of a digest and the length. More would not fit into the times of every file system, some of
 * which end in 2038; two versions of one page share a tag once in two thousand million times, if they are of one length.
 */
export function entityTag(body: Buffer): string {
  const seconds = createHash("sha256").update(body).digest().readUInt32BE(0) >>> 1;
  return `"${seconds.toString(16)}-${body.length.toString(16)}"`;
}

/** @returns what a file's time of modification has to be for nginx to give it this tag. Seconds since 1970 */
export function timeInTag(tag: string): number {
  return Number.parseInt(tag.slice(1), 16);
}
