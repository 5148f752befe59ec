import { env } from "@/lib/env";
import { parseVariantPath } from "@/lib/media/variant-path";
import { openStorage } from "@/lib/storage/open-storage";
import { storedFileResponse } from "@/lib/web/stored-file-response";

export const dynamic = "force-dynamic";

/** One file of a picture. Only files that exist are served; no address makes the server compute one. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const key = parseVariantPath((await params).path);
  return storedFileResponse(request, key === null ? null : await openStorage(env().STORAGE_URL).get(key));
}
