/**
 * What an article must have before readers may see it. The verb that publishes and the checklist of the desk ask the same
 * function, so that the list an editor sees is the list that is enforced.
 */
import { blockText } from "@/lib/richtext/plain-text";
import { numberReferences } from "@/lib/richtext/references";
import type { ImageNode, RichTextDocument } from "@/lib/richtext/schema";
import type { WorkingCopy } from "../schema";
import { openingWords } from "./passages";
import type { Place } from "./types";

export type BlockingRuleId =
  | "headline"
  | "excerpt"
  | "category"
  | "byline"
  | "hero"
  | "hero-alternative"
  | "alternative-text"
  | "heading-order"
  | "reviewer"
  | "reviewer-is-author"
  | "references"
  | "unknown-reference";

export type BlockingProblem = {
  id: BlockingRuleId;
  field: keyof WorkingCopy;
  message: string;
  /** Null when the whole field is meant. */
  where: Place | null;
};

type Rule = (copy: WorkingCopy) => BlockingProblem[];

const rules: readonly Rule[] = [
  ({ headline }) => missing(headline.trim() === "", "headline", "headline", "There is no headline."),
  ({ excerpt }) => missing(excerpt.trim() === "", "excerpt", "excerpt", "There is no excerpt."),
  ({ categoryId }) => missing(!categoryId, "category", "categoryId", "There is no category."),
  ({ authorIds }) => missing(authorIds.length === 0, "byline", "authorIds", "There is no byline."),
  ({ coverId }) => missing(coverId === null, "hero", "coverId", "There is no hero picture."),
  ({ coverId, coverAlt }) =>
    missing(
      coverId !== null && coverAlt.trim() === "",
      "hero-alternative",
      "coverAlt",
      "The hero picture has no alternative text.",
    ),
  ({ body }) => picturesWithoutAlternative(body),
  ({ body }) => headingOrder(body),
  reviewed,
  referenced,
];

/** Why an article can't be published as it stands, in the order of the form; empty when it can. */
export function blockingProblems(copy: WorkingCopy): BlockingProblem[] {
  return rules.flatMap((rule) => rule(copy));
}

function missing(problem: boolean, id: BlockingRuleId, field: keyof WorkingCopy, message: string): BlockingProblem[] {
  return problem ? [{ id, field, message, where: null }] : [];
}

/** WCAG 2.2, 1.1.1: every picture has an alternative text, or is said to be decoration. */
function picturesWithoutAlternative(body: RichTextDocument): BlockingProblem[] {
  return body.content.flatMap((block, index) => {
    const images: ImageNode[] = block.type === "image" ? [block] : block.type === "gallery" ? block.content : [];
    return images
      .filter(({ attrs }) => !attrs.decorative && attrs.alt.trim() === "")
      .map(({ attrs }): BlockingProblem => ({
        id: "alternative-text",
        field: "body",
        message: "A picture has no alternative text and is not marked as decorative.",
        where: { block: index, quote: openingWords(attrs.caption ?? "") },
      }));
  });
}

/** The page's h1 is the headline, so the body starts with h2; going deeper it takes one step at a time (WCAG technique G141). */
function headingOrder(body: RichTextDocument): BlockingProblem[] {
  let level = 1;
  return body.content.flatMap((block, index): BlockingProblem[] => {
    if (block.type !== "heading") return [];
    const before = level;
    level = block.attrs.level;
    if (level <= before + 1) return [];
    const problem =
      before === 1
        ? `The first heading is of level ${String(level)}; it must be of level 2.`
        : `A heading of level ${String(level)} follows one of level ${String(before)}; level ${String(before + 1)} is left out.`;
    const where = { block: index, quote: openingWords(blockText(block)) };
    return [{ id: "heading-order", field: "body", message: problem, where }];
  });
}

/** Claims about health are read by somebody who did not write them. */
function reviewed({ healthClaims, reviewerId, authorIds }: WorkingCopy): BlockingProblem[] {
  const without = healthClaims && reviewerId === null;
  const own = reviewerId !== null && authorIds.includes(reviewerId);
  return [
    ...missing(without, "reviewer", "reviewerId", "It makes health claims, so it needs a reviewer."),
    ...missing(own, "reviewer-is-author", "reviewerId", "The reviewer is also in the byline; choose somebody else."),
  ];
}

/** A reference counts when the text marks it: one that only stands in the list supports no claim. */
function referenced({ healthClaims, body, citations }: WorkingCopy): BlockingProblem[] {
  const known = new Set(citations.map((citation) => citation.id));
  const { order } = numberReferences(body);
  const unknown = order.filter((key) => !known.has(key));
  return [
    ...missing(
      healthClaims && unknown.length === order.length,
      "references",
      "citations",
      "It makes health claims, so the text must refer to at least one work of its reference list.",
    ),
    ...missing(
      unknown.length > 0,
      "unknown-reference",
      "citations",
      `The text refers to ${unknown.join(", ")}, which the reference list lacks.`,
    ),
  ];
}
