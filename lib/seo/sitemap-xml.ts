/** Sitemap files as text (sitemaps.org 0.9, with Google's extension for images). Pure: entries in, XML out. */

export type SitemapUrl = { location: string; lastModified?: Date };
export type ArticleUrl = SitemapUrl & {
  /** Addresses of pictures that the page shows. */
  images: string[];
};

/** Most addresses a sitemap file may hold (sitemaps.org). */
export const sitemapFileSize = 50_000;
/** Most bytes a sitemap file may have, uncompressed (sitemaps.org says 50 MB; this is the smaller reading of it). */
export const sitemapFileBytes = 50_000_000;
/** Most images that may stand with one address (Google, image sitemaps). */
export const sitemapImages = 1_000;

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const sitemapNamespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const imageNamespace = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';

/** An index of sitemap files. */
export function sitemapIndex(files: SitemapUrl[]): string {
  const entries = files.map((file) => `<sitemap>${place(file)}</sitemap>\n`);
  return `${xmlHeader}<sitemapindex ${sitemapNamespace}>\n${entries.join("")}</sitemapindex>\n`;
}

/** A sitemap file. @param urls at most sitemapFileSize */
export function urlSet(urls: SitemapUrl[]): string {
  const entries = urls.map((url) => `<url>${place(url)}</url>\n`);
  return `${xmlHeader}<urlset ${sitemapNamespace}>\n${entries.join("")}</urlset>\n`;
}

/**
 * A sitemap file of articles with their pictures, batch by batch. All addresses are in it; pictures are left out from
 * where the file could otherwise grow past sitemapFileBytes: room for the addresses that may still come is kept free.
 * @param batches at most sitemapFileSize addresses
 * @param longest an address that takes as many bytes as any of them can
 */
export async function* articleUrlSet(
  batches: AsyncIterable<ArticleUrl[]>,
  longest: Required<SitemapUrl>,
): AsyncGenerator<string> {
  const opening = `${xmlHeader}<urlset ${sitemapNamespace} ${imageNamespace}>\n`;
  const closing = "</urlset>\n";
  const reserved = Buffer.byteLength(articleEntry({ ...longest, images: [] }, 0));
  let room = sitemapFileBytes - Buffer.byteLength(opening + closing);
  let expected = sitemapFileSize;
  yield opening;
  for await (const batch of batches) {
    const entries = batch.map((url) => {
      expected -= 1;
      const entry = articleEntry(url, room - expected * reserved);
      room -= Buffer.byteLength(entry);
      return entry;
    });
    yield entries.join("");
  }
  yield closing;
}

/** @param bytes that the entry may take; only its images yield to that */
function articleEntry({ images, ...url }: ArticleUrl, bytes: number): string {
  const [start, end] = [`<url>${place(url)}`, "</url>\n"];
  let room = bytes - Buffer.byteLength(start + end);
  let listed = "";
  for (const image of images.slice(0, sitemapImages)) {
    const element = `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`;
    room -= Buffer.byteLength(element);
    if (room < 0) break;
    listed += element;
  }
  return start + listed + end;
}

function place({ location, lastModified }: SitemapUrl): string {
  const moment = lastModified ? `<lastmod>${lastModified.toISOString()}</lastmod>` : "";
  return `<loc>${escapeXml(location)}</loc>${moment}`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Most addresses, and nothing that has to be looked at closely. */
const plainAscii = /^[ !#-%(-;=?-~]*$/;

/** Text for element content and attributes. Characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  if (plainAscii.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
