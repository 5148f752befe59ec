/** Working copies as the server keeps them, and what differs between two. Pure. */
import { comparedAs } from "@/lib/articles/compare/diff-working-copies";
import { sameValue } from "@/lib/articles/compare/value-key";
import type { WorkingCopy } from "@/lib/articles/schema";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";

const fields = Object.keys(comparedAs) as (keyof WorkingCopy)[];

/**
 * The copy as the server will store it: texts trimmed, headings with ids. Comparing anything else with what comes back
 * would see changes that nobody made.
 */
export function asStored(copy: WorkingCopy): WorkingCopy {
  const trimmed = fields.map((field) => {
    const value = copy[field];
    return [field, typeof value === "string" ? value.trim() : value];
  });
  return { ...(Object.fromEntries(trimmed) as WorkingCopy), body: withHeadingIds(copy.body) };
}

/** The fields of `after` that differ from `before`; both as stored. */
export function changedFields(before: WorkingCopy, after: WorkingCopy): Partial<WorkingCopy> {
  return Object.fromEntries(
    fields.filter((field) => !sameValue(before[field], after[field])).map((field) => [field, after[field]]),
  );
}
