import { newsSitemap } from "@/lib/sitemaps/news-files";
import { machineResponse } from "@/lib/web/machine-response";
import { xmlContentType } from "../xml-content-type";

export const dynamic = "force-dynamic";

/** Articles of the last 48 hours, or the index of their files. */
export async function GET(request: Request): Promise<Response> {
  return machineResponse(request, { contentType: xmlContentType, ...(await newsSitemap()) });
}
