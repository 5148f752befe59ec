/** News sitemap files as text (Google's extension 0.9 of sitemaps). Pure: entries in, XML out. */
import { escapeXml, xmlDeclaration } from "@/lib/xml";
import { sitemapNamespace } from "./sitemap-xml";

export type NewsUrl = { location: string; title: string; publishedAt: Date };
/** Name and language (BCP 47) of the magazine. */
export type NewsPublication = { name: string; language: string };

/** Most articles a news sitemap may hold (Google). */
export const newsFileSize = 1_000;

/** A news sitemap file; it may be empty (Google, unlike the schema of sitemaps, allows that). */
export function newsUrlSet(urls: NewsUrl[], publication: NewsPublication): string {
  const name = element("name", newsName(publication.name));
  const about = `<news:publication>${name}${element("language", newsLanguage(publication.language))}</news:publication>`;
  const entries = urls.map(({ location, title, publishedAt }) => {
    const date = element("publication_date", publishedAt.toISOString());
    const words = element("title", newsTitle(title, publication.name));
    return `<url><loc>${escapeXml(location)}</loc><news:news>${about}${date}${words}</news:news></url>\n`;
  });
  return `${xmlDeclaration}<urlset ${sitemapNamespace} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${entries.join("")}</urlset>\n`;
}

function element(name: string, text: string): string {
  return `<news:${name}>${escapeXml(text)}</news:${name}>`;
}

/** The magazine's name without what stands in parentheses (Google: "omit anything in parentheses"). */
function newsName(name: string): string {
  const bare = name.replace(/[(（][^)）]*[)）]/g, " ").replace(/\s+/g, " ");
  return bare.trim() || name.replace(/[()（）]/g, "").trim();
}

/** ISO 639: two letters, or three where a language has no two; Chinese names its script as zh-cn or zh-tw. */
function newsLanguage(language: string): string {
  const [primary = "", ...parts] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  return parts.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-tw" : "zh-cn";
}

/** A headline without the magazine's name behind it (Google: the title must not hold the publication's name). */
function newsTitle(headline: string, name: string): string {
  const start = headline.slice(0, -name.length);
  if (headline.slice(-name.length).toLowerCase() !== name.toLowerCase()) return headline;
  const bare = /^(.*\S)\s*(?:\s[-–—]\s|[|:·•])\s*$/u.exec(start);
  return bare?.[1] ?? headline;
}
