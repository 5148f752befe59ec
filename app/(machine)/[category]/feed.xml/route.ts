import { feedResponse } from "@/lib/web/feed-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ category: string }> };

/** The newest articles of a category, as RSS. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { category: slug } = await params;
  return feedResponse(request, "rss", { kind: "category", slug });
}
