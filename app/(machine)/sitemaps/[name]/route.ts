import { sitemapFileUrls } from "@/lib/site-frame/sitemap-files";
import { urlSet } from "@/lib/seo/sitemap-xml";
import { xmlResponse } from "@/lib/web/xml-response";

export const dynamic = "force-dynamic";

/** One sitemap file: articles-1.xml, categories.xml, tags.xml, authors.xml, pages.xml. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const urls = await sitemapFileUrls((await params).name);
  return urls ? xmlResponse(urlSet(urls)) : new Response("Not found\n", { status: 404 });
}
