/** Files of the storage as answers. */
import { Readable } from "node:stream";
import type { StoredObject } from "@/lib/storage/storage";

/** A stored file never changes under its address. */
const forever = "public, max-age=31536000, immutable";

/**
 * @param object null: there is no such file
 * @returns 200 with the file, to be kept for ever, or 404
 */
export function storedFileResponse(request: Request, object: StoredObject | null): Response {
  if (!object) return new Response("Not found\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  const headers = {
    "Content-Type": object.contentType,
    "Content-Length": String(object.size),
    "Cache-Control": forever,
    "X-Content-Type-Options": "nosniff",
  };
  if (request.method !== "HEAD") return new Response(Readable.toWeb(object.body) as ReadableStream, { headers });
  object.body.destroy();
  return new Response(null, { headers });
}
