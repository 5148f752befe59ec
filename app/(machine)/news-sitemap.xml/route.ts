import { listNewsEntries } from "@/lib/publications/queries/sitemap";
import { newsSitemapSize, newsUrlSet } from "@/lib/seo/sitemap-xml";
import { getSiteSettings } from "@/lib/settings/queries";
import { absoluteUrl, articlePath } from "@/lib/urls";
import { xmlResponse } from "@/lib/web/xml-response";

export const dynamic = "force-dynamic";

/** Articles of the last 48 hours. */
export async function GET(): Promise<Response> {
  const [{ name, language }, entries] = await Promise.all([getSiteSettings(), listNewsEntries(newsSitemapSize)]);
  const urls = entries.map(({ headline, publishedAt, ...article }) => ({
    location: absoluteUrl(articlePath(article)),
    title: headline,
    publishedAt,
  }));
  return xmlResponse(newsUrlSet(urls, { name, language }));
}
