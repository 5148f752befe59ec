/** What a question about a merge says. Pure. */
import { valueInWords, type Names } from "@/components/desk/revisions/field-words";
import type { CitationConflict, FieldConflict } from "@/lib/articles/compare/merge-working-copies";
import { citationText } from "@/lib/richtext/citation-format";

/** What the names of ids and dates are taken from. */
export type MergeNaming = { names: Names; timeZone: string };

type FieldValue = FieldConflict["mine"];

const named = { categoryId: "categories", reviewerId: "people", coverId: "media" } as const;

/** The value of a field in words; "" when there is none. Ids that this screen never heard of are told by their number. */
export function fieldValueWords(field: FieldConflict["field"], value: FieldValue, naming: MergeNaming): string {
  switch (field) {
    case "categoryId":
    case "reviewerId":
    case "coverId": {
      if (typeof value !== "number") return "";
      return naming.names[named[field]][value] ?? `Number ${String(value)}`;
    }
    case "reviewedAt":
    case "noindex":
    case "healthClaims":
      return typeof value === "boolean" || value instanceof Date ? valueInWords(field, value, naming) : "";
    default:
      return typeof value === "string" ? value : "";
  }
}

/** A work of the reference list; "" when a side took it away. */
export function citationWords(citation: CitationConflict["mine"]): string {
  return citation ? citationText(citation) : "";
}

/** Whose the other side is, for headings: "Ana’s", or "The other one" for somebody unknown. */
export function theirsLabel(by: string | null): string {
  return by === null ? "The other one" : `${by}’s`;
}
