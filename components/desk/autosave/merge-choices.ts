/** What a writer answers where two people changed the same, and the copy that comes of it. Pure. */
import type { MergeConflict } from "@/lib/articles/compare/merge-working-copies";
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import type { MergeQuestion } from "./autosave-types";

/** "both" keeps mine and theirs one after the other, where that makes sense; a text is what the writer typed instead. */
export type Choice = "mine" | "theirs" | "both" | { text: string };

/** Fields that people write in words, which can be typed anew in the question. */
const writtenFields = new Set<keyof WorkingCopy>([
  "headline",
  "excerpt",
  "slug",
  "coverAlt",
  "coverCaption",
  "seoTitle",
  "seoDescription",
  "canonicalUrl",
  "contentNote",
]);
/** Fields that may be empty as null. */
const nullable = new Set<keyof WorkingCopy>([
  "coverCaption",
  "seoTitle",
  "seoDescription",
  "canonicalUrl",
  "contentNote",
]);

export function canBeTyped(conflict: MergeConflict): conflict is MergeConflict & { kind: "field" } {
  return conflict.kind === "field" && writtenFields.has(conflict.field);
}

/** Parts of a text can stand one after the other; of a category there is one. */
export function canKeepBoth(conflict: MergeConflict): boolean {
  return conflict.kind === "body" && conflict.mine.length > 0 && conflict.theirs.length > 0;
}

/** Why a typed text can't be taken; null when it can. */
export function problemOfTyped(field: keyof WorkingCopy, text: string): string | null {
  const value = nullable.has(field) && text.trim() === "" ? null : text;
  const result = workingCopyInput.shape[field].safeParse(value);
  return result.success ? null : (result.error.issues[0]?.message ?? "This can't be saved.");
}

/**
 * The copy with every answer in it.
 * @param choices one for each conflict, in their order; one that is missing keeps mine (theirs, where there is no mine)
 */
export function answered(
  question: Pick<MergeQuestion, "merged" | "conflicts">,
  choices: readonly (Choice | undefined)[],
): WorkingCopy {
  const pairs = question.conflicts.map((conflict, index) => [conflict, choices[index] ?? "mine"] as const);
  // From the last to the first, so that a part that grows does not move the parts before it.
  return pairs.reduceRight((copy, [conflict, choice]) => withAnswer(copy, conflict, choice), question.merged);
}

function withAnswer(copy: WorkingCopy, conflict: MergeConflict, choice: Choice): WorkingCopy {
  switch (conflict.kind) {
    case "field": {
      if (typeof choice === "object") return { ...copy, [conflict.field]: typedValue(conflict.field, choice.text) };
      return { ...copy, [conflict.field]: choice === "theirs" ? conflict.theirs : conflict.mine };
    }
    case "citation": {
      const kept = choice === "theirs" ? conflict.theirs : conflict.mine;
      const others = copy.citations.filter(({ id }) => id !== conflict.id);
      const place = copy.citations.findIndex(({ id }) => id === conflict.id);
      const citations = kept ? others.toSpliced(place === -1 ? others.length : place, 0, kept) : others;
      return { ...copy, citations };
    }
    case "body": {
      const blocks =
        choice === "both"
          ? [...conflict.mine, ...conflict.theirs]
          : choice === "theirs"
            ? conflict.theirs
            : conflict.mine;
      return {
        ...copy,
        body: { type: "doc", content: copy.body.content.toSpliced(conflict.at, conflict.length, ...blocks) },
      };
    }
  }
}

function typedValue(field: keyof WorkingCopy, text: string): string | null {
  return nullable.has(field) && text.trim() === "" ? null : text;
}

/** Fields of a hero, or of a review, belong together: a question about one is a question about all of them. */
const together: readonly (readonly (keyof WorkingCopy)[])[] = [
  ["coverId", "coverAlt", "coverCaption"],
  ["reviewerId", "reviewedAt"],
];

/** Indexes of the conflicts that must get the same answer as the one at `index`, itself included. */
export function answeredTogether(conflicts: readonly MergeConflict[], index: number): number[] {
  const conflict = conflicts[index];
  const group = conflict?.kind === "field" ? together.find((fields) => fields.includes(conflict.field)) : undefined;
  if (!group) return [index];
  return conflicts.flatMap((other, place) => (other.kind === "field" && group.includes(other.field) ? [place] : []));
}
