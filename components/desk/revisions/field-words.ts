/** Words for what is compared. Pure. */
import type { WorkingCopy } from "@/lib/articles/schema";
import { dayInWords, dayOf } from "@/lib/site-days";

export const fieldWords: Record<keyof WorkingCopy, string> = {
  slug: "Address",
  categoryId: "Category",
  headline: "Headline",
  excerpt: "Excerpt",
  body: "Text",
  citations: "References",
  tagIds: "Tags",
  authorIds: "Byline",
  coverId: "Hero picture",
  coverAlt: "Alternative text of the hero picture",
  coverCaption: "Caption of the hero picture",
  reviewerId: "Reviewer",
  reviewedAt: "Reviewed on",
  seoTitle: "Title for search engines",
  seoDescription: "Description for search engines",
  canonicalUrl: "Canonical address",
  noindex: "Kept out of search engines",
  contentNote: "Content note",
  healthClaims: "Makes health claims",
};

/** What ids are called, by kind. What is gone has no name. */
export type Names = Record<"categories" | "tags" | "people" | "media", Record<number, string>>;

const kinds = {
  categoryId: "categories",
  tagIds: "tags",
  authorIds: "people",
  reviewerId: "people",
  coverId: "media",
} as const satisfies Partial<Record<keyof WorkingCopy, keyof Names>>;

/** What an id of a field is called. */
export function nameIn(names: Names, field: keyof typeof kinds, id: number): string {
  return nameOfKind(names, kinds[field], id);
}

/** What a picture is called. */
export function pictureName(names: Names, id: number): string {
  return nameOfKind(names, "media", id);
}

function nameOfKind(names: Names, kind: keyof Names, id: number): string {
  return names[kind][id] ?? `not there any more (${String(id)})`;
}

type ValueField = "categoryId" | "coverId" | "reviewerId" | "reviewedAt" | "noindex" | "healthClaims";

/** One value in words; "" when there is none. */
export function valueInWords(
  field: ValueField,
  value: WorkingCopy[ValueField],
  { names, timeZone }: { names: Names; timeZone: string },
): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value instanceof Date) return dayInWords(dayOf(value, timeZone));
  return field === "categoryId" || field === "coverId" || field === "reviewerId"
    ? nameIn(names, field, value)
    : String(value);
}

/** "Working copy" or "Version 12: published". */
export function sideName({ number, reason }: { number: number | null; reason: string }): string {
  return number === null ? "Working copy" : `Version ${String(number)}: ${reason}`;
}
