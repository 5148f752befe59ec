import { feedResponse } from "@/lib/web/feed-response";

export const dynamic = "force-dynamic";

/** The site's newest articles, as JSON Feed. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request, "json", { kind: "site" });
}
