/** The file that proves to search engines that the IndexNow key is this magazine's. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";

/** Where search engines look for it (indexnow.org, "Verifying ownership via the key", option 1). */
export function keyFilePath(key: string): string {
  return `/${key}.txt`;
}

/** @returns true when the request was for the key file, and is answered; without a key there is no such file */
export function answerKeyFile(request: IncomingMessage, response: ServerResponse): boolean {
  const key = env().INDEXNOW_KEY;
  const [path] = (request.url ?? "").split("?");
  if (key === undefined || path !== keyFilePath(key)) return false;
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "public, max-age=3600");
  response.setHeader("Content-Length", Buffer.byteLength(key));
  // Node leaves the body out by itself when the request was HEAD.
  response.end(key);
  return true;
}
