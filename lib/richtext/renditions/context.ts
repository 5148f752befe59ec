/** What a rendition of a body for programs (HTML for feeds, Markdown) needs and the document does not know. */
import { citationParts, type CitationPart } from "../citation-format";
import type { Citation } from "../citation";
import type { HelplineView } from "@/lib/helplines/types";
import type { ImageNode } from "../schema";

/** One file of a picture. */
export type RenditionPicture = {
  /** Absolute. */
  src: string;
  /** Pixels of this file. */
  width: number;
  height: number;
  credit: string | null;
};

export type RenditionContext = {
  /** Absolute address of the article's page. Links within the text lead there: in a reader, ids of many articles meet. */
  pageUrl: string;
  /** For example "https://example.org": what a path is put behind. */
  siteUrl: string;
  /** By media id. A picture that is not in it is left out. */
  pictures: ReadonlyMap<number, RenditionPicture>;
  citations: readonly Citation[];
  helplines: readonly HelplineView[];
};

/** Where a link of the body leads, as an absolute address. @param href as the schema lets through */
export function absoluteHref(href: string, { pageUrl, siteUrl }: RenditionContext): string {
  if (href.startsWith("#")) return pageUrl + href;
  return href.startsWith("/") ? siteUrl + href : href;
}

/** The line below a picture; null without caption and credit. The credit written here wins over the picture's own. */
export function captionLine({ caption, credit }: ImageNode["attrs"], picture: RenditionPicture): string | null {
  const words = [caption, credit ?? picture.credit].filter(Boolean);
  return words.length > 0 ? words.join(" ") : null;
}

/** The work with this key; one that is missing keeps its number, so that all the others stay right. */
export function referenceParts(key: string, citations: readonly Citation[]): CitationPart[] {
  const citation = citations.find(({ id }) => id === key);
  return citation ? citationParts(citation) : [{ text: "The details of this reference are missing." }];
}
