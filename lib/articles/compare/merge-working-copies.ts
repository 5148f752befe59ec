/** Three-way merge of what two people made of the same version. Pure: runs on the server and in the desk. */
import type { Citation } from "@/lib/richtext/citation";
import type { WorkingCopy } from "../schema";
import { mergeBlocks, type BodyConflict } from "./merge-body";
import { sameValue } from "./value-key";

/** Fields that only mean something together: an alternative text belongs to its cover, a date of review to its reviewer. */
const units = [
  ["slug"],
  ["categoryId"],
  ["headline"],
  ["excerpt"],
  ["coverId", "coverAlt", "coverCaption"],
  ["reviewerId", "reviewedAt"],
  ["seoTitle"],
  ["seoDescription"],
  ["canonicalUrl"],
  ["noindex"],
  ["contentNote"],
  ["healthClaims"],
] as const satisfies (keyof WorkingCopy)[][];
type Unit = (typeof units)[number];
type MergedField = Unit[number];

export type FieldConflict = {
  kind: "field";
  field: MergedField;
  base: WorkingCopy[MergedField];
  mine: WorkingCopy[MergedField];
  theirs: WorkingCopy[MergedField];
};
/** Null where a side took the citation away. */
export type CitationConflict = {
  kind: "citation";
  id: string;
  base: Citation | null;
  mine: Citation | null;
  theirs: Citation | null;
};
export type MergeConflict = FieldConflict | CitationConflict | BodyConflict;

/**
 * Merges two descendants of `base`. What only one side changed is taken over; tags and authors are merged as sets. In a
 * conflict the merged copy holds what is mine, and the conflict carries all three: nothing that somebody typed is lost.
 */
export function mergeWorkingCopies(
  base: WorkingCopy,
  mine: WorkingCopy,
  theirs: WorkingCopy,
): { merged: WorkingCopy; conflicts: MergeConflict[] } {
  const body = mergeBlocks(base.body.content, mine.body.content, theirs.body.content);
  const citations = mergeCitations(base.citations, mine.citations, theirs.citations);
  const merged: WorkingCopy = {
    ...mine,
    tagIds: mergeList(base.tagIds, mine.tagIds, theirs.tagIds),
    authorIds: mergeList(base.authorIds, mine.authorIds, theirs.authorIds),
    citations: citations.merged,
    body: { type: "doc", content: body.blocks },
  };
  const conflicts: MergeConflict[] = [];
  for (const unit of units) {
    const taken = mergeUnit(unit, { base, mine, theirs });
    Object.assign(merged, taken.values);
    conflicts.push(...taken.conflicts);
  }
  return { merged, conflicts: [...conflicts, ...citations.conflicts, ...body.conflicts] };
}

type Three = { base: WorkingCopy; mine: WorkingCopy; theirs: WorkingCopy };

function mergeUnit(
  unit: Unit,
  { base, mine, theirs }: Three,
): { values: Partial<WorkingCopy>; conflicts: FieldConflict[] } {
  const pick = (copy: WorkingCopy): Partial<WorkingCopy> =>
    Object.fromEntries(unit.map((field) => [field, copy[field]]));
  const [was, m, t] = [pick(base), pick(mine), pick(theirs)];
  if (sameValue(m, t) || sameValue(t, was)) return { values: m, conflicts: [] };
  if (sameValue(m, was)) return { values: t, conflicts: [] };
  const differing = unit.filter((field) => !sameValue(mine[field], theirs[field]));
  return {
    values: m,
    conflicts: differing.map((field) => ({
      kind: "field",
      field,
      base: base[field],
      mine: mine[field],
      theirs: theirs[field],
    })),
  };
}

/** Mine without what they removed, then what they added. */
function mergeList(base: number[], mine: number[], theirs: number[]): number[] {
  if (sameValue(mine, base)) return theirs;
  const kept = mine.filter((id) => theirs.includes(id) || !base.includes(id));
  return [...kept, ...theirs.filter((id) => !base.includes(id) && !kept.includes(id))];
}

function mergeCitations(
  base: Citation[],
  mine: Citation[],
  theirs: Citation[],
): { merged: Citation[]; conflicts: CitationConflict[] } {
  if (sameValue(mine, base)) return { merged: theirs, conflicts: [] };
  if (sameValue(theirs, base)) return { merged: mine, conflicts: [] };
  const [was, m, t] = [byId(base), byId(mine), byId(theirs)];
  const merged: Citation[] = [];
  const conflicts: CitationConflict[] = [];
  for (const id of new Set([...m.keys(), ...t.keys()])) {
    const sides = { base: was.get(id) ?? null, mine: m.get(id) ?? null, theirs: t.get(id) ?? null };
    const { kept, inConflict } = mergeCitation(sides);
    if (inConflict) conflicts.push({ kind: "citation", id, ...sides });
    if (kept) merged.push(kept);
  }
  return { merged, conflicts };
}

/** In a conflict mine is kept; theirs, where I took the citation away. */
function mergeCitation({ base, mine, theirs }: Pick<CitationConflict, "base" | "mine" | "theirs">): {
  kept: Citation | null;
  inConflict: boolean;
} {
  if (sameValue(mine, base)) return { kept: theirs, inConflict: false };
  if (sameValue(mine, theirs) || sameValue(theirs, base)) return { kept: mine, inConflict: false };
  return { kept: mine ?? theirs, inConflict: true };
}

function byId(citations: Citation[]): Map<string, Citation> {
  return new Map(citations.map((citation) => [citation.id, citation]));
}
