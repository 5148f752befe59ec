/** What a page says about itself in its head: title, description, canonical address, robots, Open Graph, feeds. Pure. */
import { isoMoment } from "@/lib/dates";
import type { MediaView } from "@/lib/media/types";
import type { SiteSettings } from "@/lib/settings/schema";
import { absoluteUrl } from "@/lib/urls";
import { feedLinks, type FeedList } from "./feed-links";
import { pageTitle } from "./page-title";
import { previewPicture } from "./preview-picture";
import { socialCard } from "./social-card";
import { cutDescription, numberedDescription } from "./text";

/** Open Graph writes languages with their country; the magazine's English is American. */
const locales: Record<SiteSettings["language"], string> = { en: "en_US" };

/** A head, element by element; components/site/page-head.tsx writes it. */
export type PageHead = {
  /** The whole of it, with the site's name where it has room. */
  title: string;
  robots: string;
  description?: string;
  /** Absolute. */
  canonical?: string;
  /** The same or a list of it in other formats. */
  alternates: readonly { type: string; href: string; title?: string }[];
  /** For link previews: Open Graph's properties, and the few that have names. */
  preview: readonly PreviewMeta[];
};

type PreviewMeta = { property: string; content: string } | { name: string; content: string };

export type PageDescription = {
  site: Pick<SiteSettings, "name" | "language" | "timeZone">;
  /** Without the site's name; null for the home page, whose title is the site's own. */
  title: string | null;
  description: string;
  /** Path of this very page, page number included; of its parameters only those that say what is on it. */
  path: string;
  /** Elsewhere, when the text first appeared there. */
  canonicalUrl?: string | null;
  noindex?: boolean;
  /** 2 and up are named in title and description, so that no two pages of a list share one. */
  page?: number;
  image?: MediaView | null;
  /** Slug of the category that the page belongs to, for the drawn card of a page without a picture. */
  category?: string;
  /** What the drawn card says instead of a title that holds a visitor's own words. */
  cardTitle?: string;
  /** Lists with feeds that belong to this page; the site's own are always named. */
  feeds?: readonly FeedList[];
  /** Path of the page's text as Markdown. */
  markdownPath?: string | null;
  article?: { publishedAt: Date; modifiedAt: Date; section: string; tags: string[]; authorUrls: string[] };
  /** The page of a person, who Open Graph has a type for. */
  profile?: boolean;
};

/** The head of a page that readers, search engines and link previews may find. */
export function pageHead(page: PageDescription): PageHead {
  const { site, title, path, canonicalUrl, markdownPath } = page;
  const description = cutDescription(numberedDescription(page.description, page.page)) || undefined;
  const feeds = feedLinks(site.name, page.feeds ?? []);
  return {
    title: pageTitle({ siteName: site.name, title, page: page.page }),
    robots: page.noindex ? unlisted : "index, follow, max-image-preview:large",
    description,
    canonical: canonicalUrl ?? absoluteUrl(path),
    alternates: [
      ...feeds.map((feed) => ({ type: feed.type, href: absoluteUrl(feed.path), title: feed.title })),
      ...(markdownPath ? [{ type: "text/markdown", href: absoluteUrl(markdownPath) }] : []),
    ],
    preview: previewMetas(page, description),
  };
}

const unlisted = "noindex, follow";

/** The head of a page that stands where there is none (any more): it has no address of its own and is in no index. */
export function unlistedHead(site: Pick<SiteSettings, "name">, title: string): PageHead {
  return { title: `${title} · ${site.name}`, robots: unlisted, alternates: [], preview: [] };
}

/** The head of a draft that is shown by a secret link. */
export function draftHead(headline: string): PageHead {
  return { title: `Preview: ${headline}`, robots: "noindex, nofollow", alternates: [], preview: [] };
}

/** Open Graph (ogp.me), and the names that X reads besides (developer.x.com, "Cards markup"). */
function previewMetas(page: PageDescription, description: string | undefined): PreviewMeta[] {
  const { site, article } = page;
  const title = page.title ?? site.name;
  const image = previewImage(page);
  const properties: [property: string, content: string | number | undefined][] = [
    ["og:title", title],
    ["og:description", description],
    ["og:url", absoluteUrl(page.path)],
    ["og:site_name", site.name],
    ["og:locale", locales[site.language]],
    ["og:image", image.url],
    ["og:image:type", image.type],
    ["og:image:width", image.width],
    ["og:image:height", image.height],
    ["og:image:alt", image.alt],
    ["og:type", article ? "article" : page.profile ? "profile" : "website"],
    ...(article ? articleProperties(article, site.timeZone) : []),
  ];
  const names: [name: string, content: string | undefined][] = [
    ["twitter:card", "summary_large_image"],
    ["twitter:title", title],
    ["twitter:description", description],
    ["twitter:image", image.url],
    ["twitter:image:alt", image.alt],
  ];
  return [
    ...properties.flatMap(([property, content]) =>
      content === undefined ? [] : [{ property, content: String(content) }],
    ),
    ...names.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }])),
  ];
}

function articleProperties(
  article: NonNullable<PageDescription["article"]>,
  timeZone: string,
): [property: string, content: string][] {
  return [
    ["article:published_time", isoMoment(article.publishedAt, timeZone)],
    ["article:modified_time", isoMoment(article.modifiedAt, timeZone)],
    ...article.authorUrls.map((url): [string, string] => ["article:author", url]),
    ["article:section", article.section],
    ...article.tags.map((tag): [string, string] => ["article:tag", tag]),
  ];
}

type PreviewImage = { url: string; width: number; height: number; alt: string; type: string };

/** The page's own picture in the widest shape there is, or the drawn card. */
function previewImage({ image, path, title, cardTitle, category, site }: PageDescription): PreviewImage {
  const large = previewPicture(image);
  if (image && large) return typed({ ...large, alt: image.alt });
  const words = cardTitle ?? title ?? site.name;
  return typed(socialCard({ path, title: words, category: category ?? null, siteName: site.name }));
}

function typed(image: Omit<PreviewImage, "type">): PreviewImage {
  return { ...image, type: new URL(image.url).pathname.endsWith(".png") ? "image/png" : "image/jpeg" };
}
