import { feedResponse } from "@/lib/web/feed-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

/** The newest articles of a tag, as RSS. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  return feedResponse(request, "rss", { kind: "tag", slug });
}
