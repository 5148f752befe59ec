import { feedResponse } from "@/lib/web/feed-response";

export const dynamic = "force-dynamic";

/** The site's newest articles, as Atom. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request, "atom", { kind: "site" });
}
