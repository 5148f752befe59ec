/** /llms.txt, read from the database. */
import { listTextEntries } from "@/lib/publications/queries/machine-text";
import { capitalized } from "@/lib/seo/text";
import type { SiteFrame } from "@/lib/site-frame/types";
import {
  absoluteUrl,
  articleMarkdownPath,
  feedPath,
  homePath,
  newsSitemapPath,
  sitemapIndexPath,
  type FeedFormat,
} from "@/lib/urls";
import type { LlmsFile, LlmsLink, LlmsSection } from "./llms-txt";

/** Articles named per category. The file is read whole by whoever reads it; the rest is in the sitemap and the archives. */
const perCategory = 25;

const feedNames: Record<FeedFormat, string> = { rss: "RSS 2.0", atom: "Atom 1.0", json: "JSON Feed 1.1" };

export async function readLlmsFile({ settings, categories }: SiteFrame): Promise<LlmsFile> {
  const entries = await listTextEntries(perCategory);
  const sections = categories.map(({ id, name }): LlmsSection => ({
    title: capitalized(name),
    links: entries
      .filter(({ categoryId }) => categoryId === id)
      .map((entry) => ({
        title: entry.headline,
        url: absoluteUrl(articleMarkdownPath(entry)),
        note: entry.excerpt,
      })),
  }));
  return {
    siteName: settings.name,
    summary: settings.tagline || settings.description,
    about: `${settings.description} Every article is also there as Markdown: its address with .md behind it.`.trim(),
    sections: [...sections, { title: "Feeds", links: feedLinks() }, { title: "Optional", links: sitemapLinks() }],
  };
}

function feedLinks(): LlmsLink[] {
  return (["rss", "atom", "json"] as const).map((format) => ({
    title: feedNames[format],
    url: absoluteUrl(feedPath(homePath, format)),
    note: "the newest articles whole, with links to archives of all others",
  }));
}

function sitemapLinks(): LlmsLink[] {
  return [
    { title: "Sitemap", url: absoluteUrl(sitemapIndexPath), note: "the addresses of all pages" },
    { title: "News sitemap", url: absoluteUrl(newsSitemapPath), note: "articles of the last two days" },
  ];
}
