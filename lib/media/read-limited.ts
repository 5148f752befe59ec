import { maxUploadBytes } from "./limits";
import { MediaError } from "./media-error";

/**
 * Reads an upload into memory and stops as soon as it is too large: what comes behind the limit is never taken, and the
 * source is cancelled (a request's body) or destroyed (a Node stream).
 * @param source a web or a Node stream of bytes
 * @param limit bytes
 * @throws MediaError "too-large"; whatever the source fails with
 */
export async function readLimited(source: AsyncIterable<Uint8Array>, limit: number = maxUploadBytes): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  // Leaving the loop by an error also ends the source (the iterator's return method).
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}

/** The refusal of an upload above `limit` bytes. */
export function tooLarge(limit: number = maxUploadBytes): MediaError {
  const megabytes = String(Math.floor(limit / 1024 / 1024));
  return new MediaError("too-large", `This file is larger than ${megabytes} MB. Upload a smaller version.`);
}
