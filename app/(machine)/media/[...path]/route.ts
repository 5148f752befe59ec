import { Readable } from "node:stream";
import { env } from "@/lib/env";
import { openStorage } from "@/lib/storage/open-storage";
import { parseVariantPath } from "@/lib/media/variant-path";

export const dynamic = "force-dynamic";

/** A variant never changes under its address: the address holds the hash of the picture. */
const forever = "public, max-age=31536000, immutable";

/** One file of a picture. Only files that exist are served; no address makes the server compute one. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const key = parseVariantPath((await params).path);
  const object = key === null ? null : await openStorage(env().STORAGE_URL).get(key);
  if (!object) return new Response("Not found\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  return new Response(Readable.toWeb(object.body) as ReadableStream, {
    headers: {
      "Content-Type": object.contentType,
      "Content-Length": String(object.size),
      "Cache-Control": forever,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
