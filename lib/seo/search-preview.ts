/** What a search result and a shared link show of an article, before it is published. Pure. */
import { cutToWidth, pixelWidth } from "./pixel-width";
import { pageTitle } from "./page-title";
import { cutDescription } from "./text";

/**
 * Google sets titles in Arial at 20 pixels and descriptions at 14, on two lines. It names no limits; these widths are the
 * defaults of Screaming Frog's SEO Spider, which measures where results are cut.
 */
export const searchLimits = { titleSize: 20, titleWidth: 561, descriptionSize: 14, descriptionWidth: 985 } as const;
/** Shorter descriptions leave the choice of words to the search engine. */
const shortDescription = 60;

export type PreviewInput = {
  siteName: string;
  /** Absolute address of the site, without a slash at its end. */
  siteUrl: string;
  path: string;
  headline: string;
  excerpt: string;
  seoTitle: string | null;
  seoDescription: string | null;
};

export type PreviewText = { text: string; cut: boolean; pixels: number; limit: number };

export type SearchPreview = {
  title: PreviewText;
  description: PreviewText;
  /** As search results write addresses: "example.org › news › a-piece". */
  crumbs: string;
  warnings: string[];
};

/** A search result as it would look on a screen. */
export function searchPreview(input: PreviewInput): SearchPreview {
  const title = measured(titleOf(input), searchLimits.titleSize, searchLimits.titleWidth);
  const description = measured(descriptionOf(input), searchLimits.descriptionSize, searchLimits.descriptionWidth);
  return { title, description, crumbs: crumbsOf(input), warnings: warningsOf(input, description) };
}

/** The card of a shared link: what Open Graph carries, which has no site name in the title. */
export function socialPreview(input: PreviewInput): { title: string; description: string; host: string } {
  return {
    title: oneLine(input.seoTitle ?? input.headline),
    description: cutDescription(descriptionOf(input)),
    host: new URL(input.siteUrl).host,
  };
}

/** The title without the site's name: it is no loss when only that is cut off. */
export function ownTitle({ headline, seoTitle }: Pick<PreviewInput, "headline" | "seoTitle">): PreviewText {
  return measured(oneLine(seoTitle ?? headline), searchLimits.titleSize, searchLimits.titleWidth);
}

export function measuredDescription(input: Pick<PreviewInput, "excerpt" | "seoDescription">): PreviewText {
  return measured(descriptionOf(input), searchLimits.descriptionSize, searchLimits.descriptionWidth);
}

function titleOf({ siteName, headline, seoTitle }: Pick<PreviewInput, "siteName" | "headline" | "seoTitle">): string {
  return pageTitle({ siteName, title: oneLine(seoTitle ?? headline) });
}

function descriptionOf({ excerpt, seoDescription }: Pick<PreviewInput, "excerpt" | "seoDescription">): string {
  return oneLine(seoDescription ?? excerpt);
}

function measured(text: string, fontSize: number, limit: number): PreviewText {
  return { ...cutToWidth(text, fontSize, limit), pixels: Math.round(pixelWidth(text, fontSize)), limit };
}

function crumbsOf({ siteUrl, path }: PreviewInput): string {
  return [new URL(siteUrl).host, ...path.split("/").filter((part) => part !== "")].join(" › ");
}

function warningsOf(input: PreviewInput, description: PreviewText): string[] {
  const characters = descriptionOf(input).length;
  return [
    ...(ownTitle(input).cut ? ["The title is cut off. Put what matters first, or shorten it."] : []),
    ...(description.cut ? ["The description is cut off."] : []),
    ...(characters > 0 && characters < shortDescription
      ? ["The description is short; search engines may take other words from the text."]
      : []),
    ...(characters === 0 ? ["There is no description and no excerpt; search engines choose words from the text."] : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
