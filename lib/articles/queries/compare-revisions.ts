import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { database } from "@/lib/db/client";
import { parseInput } from "@/lib/input";
import { namesIn, withMergedIds, type CopyNames } from "../commands/resolve-references";
import { diffWorkingCopies, type FieldChange } from "../compare/diff-working-copies";
import type { WorkingCopy } from "../schema";
import { getRevision } from "./revisions";
import { getWorkingCopy } from "./working-copy";

const side = z.union([z.literal("working"), z.number().int().positive()]);
const compareRevisionsInput = z.object({ articleId: z.number().int().positive(), before: side, after: side });
export type CompareRevisionsInput = z.input<typeof compareRevisionsInput>;

export type ComparedSide = {
  /** Null for the working copy. */
  number: number | null;
  /** Why it was kept; "working copy" for that. */
  reason: string;
  at: Date;
  by: string | null;
  copy: WorkingCopy;
};

export type Comparison = {
  before: ComparedSide;
  after: ComparedSide;
  /** Empty when both say the same. */
  changes: FieldChange[];
  /** What the ids in the changes are called; what is gone has no name. */
  names: CopyNames;
};

/**
 * Two states of an article side by side. Categories and tags that were merged since count as what they were merged into.
 * @throws AppError "forbidden", "invalid", "not-found"
 */
export async function compareRevisions(actor: Actor, input: CompareRevisionsInput): Promise<Comparison> {
  authorise(actor, "article.read");
  const { articleId, before, after } = parseInput(compareRevisionsInput, input);
  const [left, right] = await Promise.all([readSide(actor, articleId, before), readSide(actor, articleId, after)]);
  return {
    before: left,
    after: right,
    changes: diffWorkingCopies(left.copy, right.copy),
    names: await namesIn(database(), [left.copy, right.copy]),
  };
}

async function readSide(actor: Actor, articleId: number, which: number | "working"): Promise<ComparedSide> {
  if (which === "working") {
    const { copy, updatedAt, lastSavedBy } = await getWorkingCopy(actor, articleId);
    return { number: null, reason: "working copy", at: updatedAt, by: lastSavedBy?.name ?? null, copy };
  }
  const { number, reason, createdAt, by, copy } = await getRevision(actor, { articleId, number: which });
  return { number, reason, at: createdAt, by, copy: await withMergedIds(database(), copy) };
}
