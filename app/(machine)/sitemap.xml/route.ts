import { countSitemapEntries } from "@/lib/publications/queries/sitemap";
import { sitemapFileSize, sitemapIndex } from "@/lib/seo/sitemap-xml";
import { absoluteUrl, sitemapFilePath } from "@/lib/urls";
import { xmlResponse } from "@/lib/web/xml-response";

export const dynamic = "force-dynamic";

/** The index of all sitemap files. */
export async function GET(): Promise<Response> {
  const files = Math.ceil((await countSitemapEntries()) / sitemapFileSize);
  const names = Array.from({ length: files }, (_, index) => `articles-${String(index + 1)}`);
  const all = [...names, "categories", "tags", "authors", "pages"];
  return xmlResponse(sitemapIndex(all.map((name) => ({ location: absoluteUrl(sitemapFilePath(name)) }))));
}
