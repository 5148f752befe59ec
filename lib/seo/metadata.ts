/** What a page says about itself in its head: title, description, canonical address, robots, Open Graph, feeds. Pure. */
import type { Metadata } from "next";
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

/** The head of a reader page, as Next takes it. */
export function pageMetadata(page: PageDescription): Metadata {
  const description = cutDescription(numberedDescription(page.description, page.page)) || undefined;
  const markdown: Record<string, string> = page.markdownPath ? { "text/markdown": page.markdownPath } : {};
  return {
    title: { absolute: pageTitle({ siteName: page.site.name, title: page.title, page: page.page }) },
    description,
    alternates: {
      canonical: page.canonicalUrl ?? absoluteUrl(page.path),
      types: { ...feedLinks(page.site.name, page.feeds ?? []), ...markdown },
    },
    robots: page.noindex ? { index: false, follow: true } : { index: true, follow: true, "max-image-preview": "large" },
    openGraph: openGraph(page, description),
    // Title, description and picture are taken from Open Graph.
    twitter: { card: "summary_large_image" },
  };
}

function openGraph(page: PageDescription, description: string | undefined): Metadata["openGraph"] {
  const { site, article } = page;
  const shared = {
    title: page.title ?? site.name,
    description,
    url: absoluteUrl(page.path),
    siteName: site.name,
    locale: locales[site.language],
    images: [previewImage(page)],
  };
  if (!article) return { ...shared, type: page.profile ? "profile" : "website" };
  return {
    ...shared,
    type: "article",
    publishedTime: isoMoment(article.publishedAt, site.timeZone),
    modifiedTime: isoMoment(article.modifiedAt, site.timeZone),
    section: article.section,
    tags: article.tags,
    authors: article.authorUrls,
  };
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
