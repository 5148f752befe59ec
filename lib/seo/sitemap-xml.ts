/** Sitemap files as text (sitemaps.org 0.9, Google's news extension). Pure: entries in, XML out. */
import { escapeXml } from "@/lib/xml";

export { escapeXml };

export type SitemapUrl = { location: string; lastModified?: Date };
export type NewsUrl = { location: string; title: string; publishedAt: Date };

/** Most addresses a sitemap file may hold (sitemaps.org). */
export const sitemapFileSize = 50_000;
/** Most articles a news sitemap may hold (Google). */
export const newsSitemapSize = 1_000;

const header = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** An index of sitemap files. */
export function sitemapIndex(files: SitemapUrl[]): string {
  return `${header}<sitemapindex ${namespace}>\n${files.map((file) => entry("sitemap", file)).join("")}</sitemapindex>\n`;
}

/** A sitemap file. */
export function urlSet(urls: SitemapUrl[]): string {
  return `${header}<urlset ${namespace}>\n${urls.map((url) => entry("url", url)).join("")}</urlset>\n`;
}

/** A news sitemap file. @param publication name and language (ISO 639) of the magazine */
export function newsUrlSet(urls: NewsUrl[], publication: { name: string; language: string }): string {
  const about = `<news:publication><news:name>${escapeXml(publication.name)}</news:name><news:language>${escapeXml(publication.language)}</news:language></news:publication>`;
  const entries = urls.map(
    ({ location, title, publishedAt }) =>
      `<url><loc>${escapeXml(location)}</loc><news:news>${about}<news:publication_date>${publishedAt.toISOString()}</news:publication_date><news:title>${escapeXml(title)}</news:title></news:news></url>\n`,
  );
  return `${header}<urlset ${namespace} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${entries.join("")}</urlset>\n`;
}

function entry(element: "url" | "sitemap", { location, lastModified }: SitemapUrl): string {
  const moment = lastModified ? `<lastmod>${lastModified.toISOString()}</lastmod>` : "";
  return `<${element}><loc>${escapeXml(location)}</loc>${moment}</${element}>\n`;
}
