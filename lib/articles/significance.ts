/**
 * Whether a change of an article is one that readers and crawlers are told of by its date ("the main text, the
 * structured data, or links", Google, build a sitemap; "don't refresh without real change", publication dates). Pure.
 */
import { plainText } from "@/lib/richtext/plain-text";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { descendants, type RichTextNode } from "@/lib/richtext/walk";
import { sameValue } from "./compare/value-key";
import type { WorkingCopy } from "./schema";

/**
 * What counts. Its address, category, tags, title and description for search engines, canonical address, indexing,
 * alternative texts, emphasis and the fragments of headings do not: they change how it is found or how it looks, and the
 * date that crawlers get is the one that readers see as "Updated".
 */
export type SignificantContent = Pick<
  WorkingCopy,
  | "headline"
  | "excerpt"
  | "body"
  | "citations"
  | "authorIds"
  | "coverId"
  | "coverCaption"
  | "contentNote"
  | "reviewerId"
  | "reviewedAt"
>;

export function isSignificantChange(before: SignificantContent, after: SignificantContent): boolean {
  return !sameValue(significantParts(before), significantParts(after));
}

function significantParts(content: SignificantContent): unknown[] {
  const { headline, excerpt, citations, authorIds, coverId, coverCaption, contentNote, reviewerId } = content;
  return [
    [headline, excerpt, citations, authorIds, coverId, coverCaption, contentNote, reviewerId],
    content.reviewedAt?.toISOString() ?? null,
    plainText(content.body),
    thingsIn(content.body),
  ];
}

/** What a body holds besides words, in its order: where its words lead, and what its blocks show. */
function thingsIn(body: RichTextDocument): string[] {
  const things = [...descendants(body)].flatMap(thingsOf);
  // Emphasis inside a link cuts its text in two; it is one link all the same.
  return things.filter((thing, index) => !(thing.startsWith("link ") && thing === things[index - 1]));
}

function thingsOf(node: RichTextNode): string[] {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).flatMap((mark) => (mark.type === "link" ? [`link ${mark.attrs.href}`] : []));
    case "reference":
      return [`reference ${node.attrs.key}`];
    case "image":
      return [`image ${String(node.attrs.mediaId)}`];
    case "embed":
      return [`embed ${node.attrs.provider} ${node.attrs.externalId}`];
    case "crisisHelp":
    case "contactAddress":
      return [node.type];
    default:
      return [];
  }
}
