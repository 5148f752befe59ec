/** What a page says about itself in its head: title, description, canonical address, robots, Open Graph. Pure. */
import type { Metadata } from "next";
import type { MediaView } from "@/lib/media/types";
import { absoluteUrl, mediaVariant } from "@/lib/urls";
import { pageTitle } from "./page-title";
import { cutDescription } from "./text";

/** Previews of links want about 1200 pixels; wider files only cost time. */
const previewWidth = 1280;

export type PageDescription = {
  siteName: string;
  /** Without the site's name; null for the home page, whose title is the site's own. */
  title: string | null;
  description: string;
  /** Path of this very page, page number included. */
  path: string;
  /** Elsewhere, when the text first appeared there. */
  canonicalUrl?: string | null;
  noindex?: boolean;
  /** 2 and up are named in the title, so that no two pages of a list share one. */
  page?: number;
  image?: MediaView | null;
  article?: { publishedAt: Date; modifiedAt: Date; section: string; tags: string[]; authorUrls: string[] };
};

/** The head of a reader page, as Next takes it. */
export function pageMetadata(page: PageDescription): Metadata {
  const title = pageTitle(page);
  const description = cutDescription(page.description);
  const url = absoluteUrl(page.path);
  const images = page.image ? [openGraphImage(page.image)] : [];
  const shared = {
    title: page.title ?? page.siteName,
    description,
    url,
    siteName: page.siteName,
    locale: "en_US",
    images,
  };
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: page.canonicalUrl ?? url },
    robots: page.noindex ? { index: false, follow: true } : { index: true, follow: true, "max-image-preview": "large" },
    openGraph: page.article
      ? {
          ...shared,
          type: "article",
          publishedTime: page.article.publishedAt.toISOString(),
          modifiedTime: page.article.modifiedAt.toISOString(),
          section: page.article.section,
          tags: page.article.tags,
          authors: page.article.authorUrls,
        }
      : { ...shared, type: "website" },
    twitter: { card: images.length > 0 ? "summary_large_image" : "summary" },
  };
}

function openGraphImage(media: MediaView): { url: string; width: number; height: number; alt: string } {
  const width = media.widths.findLast((candidate) => candidate <= previewWidth) ?? media.width;
  return {
    url: absoluteUrl(mediaVariant(media.key, width, "jpg")),
    width,
    height: Math.round((media.height * width) / media.width),
    alt: media.alt,
  };
}
