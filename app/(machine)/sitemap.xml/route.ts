import { indexFile } from "@/lib/sitemaps/index-file";
import { machineResponse } from "@/lib/web/machine-response";
import { xmlContentType } from "../xml-content-type";

export const dynamic = "force-dynamic";

/** The index of all sitemap files. */
export async function GET(request: Request): Promise<Response> {
  return machineResponse(request, { contentType: xmlContentType, ...(await indexFile()) });
}
