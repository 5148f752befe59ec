import { feedResponse } from "@/lib/web/feed-response";

export const dynamic = "force-dynamic";

/** The site's newest articles, as RSS. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request, "rss", { kind: "site" });
}
