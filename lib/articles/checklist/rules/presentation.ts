/** Headline, picture, tags, links and references: what helps readers find a text and go on from it. */
import { cropSizes, missingCrops, ratioWords } from "@/lib/media/crops";
import { linksOf } from "@/lib/richtext/links";
import { plainText } from "@/lib/richtext/plain-text";
import { numberReferences } from "@/lib/richtext/references";
import { countWords } from "@/lib/richtext/words";
import { measuredDescription, ownTitle } from "@/lib/seo/search-preview";
import type { WorkingCopy } from "../../schema";
import { sources } from "../sources";
import type { Finding } from "../types";

/** Characters. Google's guide to article data named it for years, and asks for concise headlines since. */
const longestHeadline = 110;
/** Words from which on readers expect a way to other articles. */
const wordsOfAnArticle = 300;
/** Characters; a shorter description leaves the choice of words to the search engine. */
const shortestDescription = 60;

type Told = Finding & { rule: string };

type Surroundings = {
  /** The address by which a link is known as our own. */
  siteUrl: string;
  /** Crops that the cover has; null where nobody knows. */
  coverCrops?: readonly string[] | null;
};

export function presentationFindings(copy: WorkingCopy, { siteUrl, coverCrops = null }: Surroundings): Told[] {
  return [
    ...headline(copy),
    ...smallHero(copy, coverCrops),
    ...searchResult(copy),
    ...tags(copy),
    ...internalLinks(copy, siteUrl),
    ...unusedReferences(copy),
    ...reviewDate(copy),
  ];
}

function headline(copy: WorkingCopy): Told[] {
  const { length } = copy.headline;
  if (length <= longestHeadline) return [];
  const message = `The headline has ${String(length)} characters; over ${String(longestHeadline)} it is cut off in many places.`;
  return [{ rule: "long-headline", field: "headline", message, source: sources.articleData }];
}

function smallHero({ coverId }: WorkingCopy, crops: readonly string[] | null): Told[] {
  const missing = missingCrops(crops);
  const largest = missing.at(-1);
  if (coverId === null || largest === undefined) return [];
  const { width, height } = cropSizes[largest];
  return [
    {
      rule: "small-hero",
      field: "coverId",
      message: `The picture is too small for the shapes ${missing.map(ratioWords).join(", ")} that search engines ask for.`,
      suggestion: `Replace its file with one of at least ${String(width)} × ${String(height)} pixels.`,
      source: sources.articleData,
    },
  ];
}

function searchResult(copy: WorkingCopy): Told[] {
  const title = ownTitle(copy);
  // An excerpt that stands in for a description is written for the page; being cut does it no harm.
  const cut = copy.seoDescription !== null && measuredDescription(copy).cut;
  const words = (copy.seoDescription ?? copy.excerpt).trim();
  return [
    ...(title.cut
      ? [
          {
            rule: "title-cut",
            field: "seoTitle",
            message: `Search results show the title as “${title.text}”.`,
            suggestion: "Write a shorter title for search engines, with what matters first.",
            source: sources.titles,
          } as const,
        ]
      : []),
    ...(cut || (words.length > 0 && words.length < shortestDescription)
      ? [
          {
            rule: cut ? "description-cut" : "description-short",
            field: "seoDescription",
            message: cut
              ? "The description is longer than search results show."
              : `The description for search results has only ${String(words.length)} characters.`,
            suggestion: "Write one or two sentences of 60 to 155 characters.",
            source: sources.snippets,
          } as const,
        ]
      : []),
  ];
}

function tags({ tagIds }: WorkingCopy): Told[] {
  if (tagIds.length > 0) return [];
  return [{ rule: "no-tags", field: "tagIds", message: "It has no tags, so no tag page leads here." }];
}

function internalLinks({ body }: WorkingCopy, siteUrl: string): Told[] {
  if (countWords(plainText(body)) < wordsOfAnArticle) return [];
  const own = linksOf(body).some((href) => /^\/(?!\/)/.test(href) || href.startsWith(`${siteUrl}/`));
  if (own) return [];
  const message = "It links to no other article of the magazine.";
  return [
    { rule: "no-internal-links", field: "body", message, suggestion: "Link words to two or three related articles." },
  ];
}

function unusedReferences({ body, citations }: WorkingCopy): Told[] {
  const used = new Set(numberReferences(body).order);
  const unused = citations.filter(({ id }) => !used.has(id));
  if (unused.length === 0) return [];
  return [
    {
      rule: "unused-reference",
      field: "citations",
      message: `The text does not refer to ${unused.map(({ title }) => `“${title}”`).join(", ")}.`,
      suggestion: "Place its mark in the text, or take it off the list.",
    },
  ];
}

function reviewDate({ reviewerId, reviewedAt }: WorkingCopy): Told[] {
  if (reviewerId === null || reviewedAt !== null) return [];
  return [{ rule: "no-review-date", field: "reviewedAt", message: "There is a reviewer, but no date of the review." }];
}
