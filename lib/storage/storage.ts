/** Where files that editors upload are kept. One interface, so that a disk and a bucket are interchangeable. */
import type { Readable } from "node:stream";

export type StoredObject = {
  /** Must be read to its end or destroyed; until then it holds the file or connection open. */
  body: Readable;
  /** Bytes. */
  size: number;
  contentType: string;
};

/**
 * Objects by key. Every method throws AppError "invalid" for a key that `parseKey` refuses and AppError "unavailable"
 * when the storage itself fails.
 */
export interface ObjectStorage {
  /**
   * Writes the whole object or nothing: a reader sees the old bytes or the new ones, also after a crash.
   * @param contentType must be the one that belongs to the key's extension (see content-types.ts)
   */
  put(key: string, body: Buffer, contentType: string): Promise<void>;
  /** The object, or null when there is none. */
  get(key: string): Promise<StoredObject | null>;
  has(key: string): Promise<boolean>;
  /** Removes the object; a missing one is no error. */
  delete(key: string): Promise<void>;
}
