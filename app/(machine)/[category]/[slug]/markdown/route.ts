import { articleTextResponse } from "@/lib/web/article-text-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ category: string; slug: string }> };

/** An article as Markdown, at its address with .md behind it (next.config.ts leads from there to here). */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { category, slug } = await params;
  return articleTextResponse(request, { categorySlug: category, slug });
}
