import path from "node:path";
import { fileURLToPath } from "node:url";
import { processWide } from "@/lib/process-wide";
import { localDiskStorage } from "./local-disk";
import { s3Storage } from "./s3";
import { parseS3Address } from "./s3-address";
import type { ObjectStorage } from "./storage";

/**
 * The storage that STORAGE_URL names: one for the whole process, so that all its requests share connections.
 * @param url `file:///var/lib/magazine` (percent-encoded, as a URL), or `file:` followed by a plain path, absolute or
 *   relative to the working directory, taken literally; or an `s3:` address (see s3-address.ts)
 * @throws Error in one line, for any other scheme, a path that is missing, or a malformed address of a bucket
 */
export function openStorage(url: string): ObjectStorage {
  const opened = processWide("storage", () => new Map<string, ObjectStorage>());
  const known = opened.get(url);
  if (known) return known;
  const storage = makeStorage(url);
  opened.set(url, storage);
  return storage;
}

function makeStorage(url: string): ObjectStorage {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "file") return localDiskStorage(folderOf(url));
  if (scheme === "s3") return s3Storage(s3AddressOf(url));
  // Never the address itself in the message: a bucket's may carry a password.
  throw new Error(`STORAGE_URL must start with file: or s3:${scheme ? `, not with ${scheme}:` : ""}`);
}

function s3AddressOf(url: string): ReturnType<typeof parseS3Address> {
  try {
    return parseS3Address(url);
  } catch (cause) {
    throw new Error(`STORAGE_URL ${cause instanceof Error ? cause.message : "is malformed"}`, { cause });
  }
}

function folderOf(url: string): string {
  const rest = url.slice("file:".length);
  if (rest === "" || rest === "//") throw new Error("STORAGE_URL names no folder; write file: and a path");
  if (!rest.startsWith("//")) return path.resolve(rest);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new Error("STORAGE_URL is no usable file address; write file: and a path", { cause });
  }
}
