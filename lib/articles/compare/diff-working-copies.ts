/** Two versions of an article, field by field. Pure: runs on the server and in the desk. */
import type { Citation } from "@/lib/richtext/citation";
import type { WorkingCopy } from "../schema";
import { diffBlocks, type BlockChange } from "./diff-body";
import { diffText, type TextPart } from "./diff-text";
import { sameValue } from "./value-key";

/** How each field is compared. Naming every field here makes the compiler ask for a new one. */
export const comparedAs = {
  slug: "text",
  categoryId: "value",
  headline: "text",
  excerpt: "text",
  body: "body",
  citations: "citations",
  tagIds: "list",
  authorIds: "list",
  coverId: "value",
  coverAlt: "text",
  coverCaption: "text",
  reviewerId: "value",
  reviewedAt: "value",
  seoTitle: "text",
  seoDescription: "text",
  canonicalUrl: "text",
  noindex: "value",
  contentNote: "text",
  healthClaims: "value",
} as const satisfies Record<keyof WorkingCopy, "text" | "value" | "list" | "citations" | "body">;

type FieldsComparedAs<Kind> = {
  [F in keyof WorkingCopy]: (typeof comparedAs)[F] extends Kind ? F : never;
}[keyof WorkingCopy];
export type TextField = FieldsComparedAs<"text">;
export type ValueField = FieldsComparedAs<"value">;
export type ListField = FieldsComparedAs<"list">;

export type FieldChange =
  | { kind: "text"; field: TextField; before: string | null; after: string | null; words: TextPart[] }
  | { kind: "value"; field: ValueField; before: WorkingCopy[ValueField]; after: WorkingCopy[ValueField] }
  /** Ids; an order that changed is told by `before` and `after` alone. */
  | { kind: "list"; field: ListField; before: number[]; after: number[]; removed: number[]; added: number[] }
  | {
      kind: "citations";
      field: "citations";
      removed: Citation[];
      added: Citation[];
      changed: { before: Citation; after: Citation }[];
    }
  | { kind: "body"; field: "body"; blocks: BlockChange[] };

/** What differs, in the order of the fields; empty when the two say the same. */
export function diffWorkingCopies(before: WorkingCopy, after: WorkingCopy): FieldChange[] {
  return (Object.keys(comparedAs) as (keyof WorkingCopy)[])
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => fieldChange(field, before, after));
}

function fieldChange(field: keyof WorkingCopy, before: WorkingCopy, after: WorkingCopy): FieldChange {
  switch (field) {
    case "body":
      return { kind: "body", field, blocks: diffBlocks(before.body.content, after.body.content) };
    case "citations":
      return { kind: "citations", field, ...diffCitations(before.citations, after.citations) };
    case "tagIds":
    case "authorIds":
      return {
        kind: "list",
        field,
        before: before[field],
        after: after[field],
        removed: before[field].filter((id) => !after[field].includes(id)),
        added: after[field].filter((id) => !before[field].includes(id)),
      };
    case "categoryId":
    case "coverId":
    case "reviewerId":
    case "reviewedAt":
    case "noindex":
    case "healthClaims":
      return { kind: "value", field, before: before[field], after: after[field] };
    default: {
      const words = diffText(before[field] ?? "", after[field] ?? "");
      return { kind: "text", field, before: before[field], after: after[field], words };
    }
  }
}

function diffCitations(before: Citation[], after: Citation[]) {
  const later = new Map(after.map((citation) => [citation.id, citation]));
  const earlier = new Set(before.map((citation) => citation.id));
  return {
    removed: before.filter(({ id }) => !later.has(id)),
    added: after.filter(({ id }) => !earlier.has(id)),
    changed: before.flatMap((citation) => {
      const match = later.get(citation.id);
      return match && !sameValue(citation, match) ? [{ before: citation, after: match }] : [];
    }),
  };
}
