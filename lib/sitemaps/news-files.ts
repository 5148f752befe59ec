/** The news sitemap: one file, or an index of several when there is more news than one may hold. */
import { now } from "@/lib/clock";
import { readContentState } from "@/lib/content-version/queries";
import { countNews, lastNewsEnd, listNews } from "@/lib/publications/queries/news";
import { newsFileSize, newsUrlSet } from "@/lib/seo/news-sitemap-xml";
import { sitemapIndex } from "@/lib/seo/sitemap-xml";
import { getSiteSettings } from "@/lib/settings/queries";
import { absoluteUrl, articlePath, sitemapFilePath } from "@/lib/urls";
import type { SitemapText } from "./types";

/** What /news-sitemap.xml answers as of now. */
export async function newsSitemap(): Promise<SitemapText> {
  const moment = now();
  const lastModified = await newsChangedAt(moment);
  const files = fileCount(await countNews(moment));
  if (files === 1) return { body: await newsXml(1, moment), lastModified };
  const locations = Array.from({ length: files }, (_, index) => absoluteUrl(newsFilePath(index + 1)));
  return { body: sitemapIndex(locations.map((location) => ({ location }))), lastModified };
}

/**
 * File `number` of the news as of now, or null when it has none. The first is always there, also when /news-sitemap.xml
 * is no index: a crawler that read the index a while ago still finds it.
 */
export async function newsFile(number: number): Promise<SitemapText | null> {
  const moment = now();
  const lastModified = await newsChangedAt(moment);
  if (number > fileCount(await countNews(moment))) return null;
  return { body: await newsXml(number, moment), lastModified };
}

function fileCount(news: number): number {
  return Math.max(1, Math.ceil(news / newsFileSize));
}

function newsFilePath(number: number): string {
  return sitemapFilePath(`news-${String(number)}`);
}

async function newsXml(number: number, moment: Date): Promise<string> {
  const [{ name, language }, entries] = await Promise.all([
    getSiteSettings(),
    listNews(moment, newsFileSize, (number - 1) * newsFileSize),
  ]);
  const urls = entries.map(({ headline, publishedAt, ...article }) => ({
    location: absoluteUrl(articlePath(article)),
    title: headline,
    publishedAt,
  }));
  return newsUrlSet(urls, { name, language });
}

/** Also an article that grows two days old changes the news. */
async function newsChangedAt(moment: Date): Promise<Date> {
  const [{ changedAt }, lastEnd] = await Promise.all([readContentState(moment), lastNewsEnd(moment)]);
  return lastEnd !== null && lastEnd > changedAt ? lastEnd : changedAt;
}
