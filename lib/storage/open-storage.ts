import path from "node:path";
import { fileURLToPath } from "node:url";
import { localDiskStorage } from "./local-disk";
import type { ObjectStorage } from "./storage";

/**
 * The storage that STORAGE_URL names.
 * @param url `file:///var/lib/magazine` (percent-encoded, as a URL), or `file:` followed by a plain path, absolute or
 *   relative to the working directory, taken literally
 * @throws Error in one line, for any other scheme or a path that is missing
 */
export function openStorage(url: string): ObjectStorage {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "file") return localDiskStorage(folderOf(url));
  // Never the address itself in the message: a bucket's may carry a password.
  throw new Error(`STORAGE_URL must start with file:${scheme ? `, not with ${scheme}:` : ""}`);
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
