import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { AppError, type ErrorCode } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { log } from "@/lib/log";
import { bulkVerbs, type BulkVerb } from "../bulk-verbs";
import { approveArticle } from "./approve-article";
import { assignArticle } from "./assign-article";
import { emptyTrash } from "./empty-trash";
import { moveToTrash } from "./move-to-trash";
import { publishArticle } from "./publish-article";
import { recallArticle } from "./recall-article";
import { restoreFromTrash } from "./restore-from-trash";
import { submitArticle } from "./submit-article";
import { unscheduleArticle } from "./unschedule-article";
import { withdrawArticle } from "./withdraw-article";

const id = z.number().int().positive();

export const bulkInput = z
  .object({
    verb: z.enum(bulkVerbs),
    articleIds: z.array(id).min(1).max(200),
    /** For withdraw. */
    reason: z.string().trim().max(1000).default(""),
    gone: z.boolean().default(false),
    /** For assign; left out, it stays. */
    editorId: id.nullable().optional(),
    reviewerId: id.nullable().optional(),
  })
  // Said once for the form, not once for every article.
  .refine(({ verb, reason, gone }) => verb !== "withdraw" || gone || reason !== "", {
    path: ["reason"],
    message: "Write a reason; readers see it.",
  });
export type BulkInput = z.input<typeof bulkInput>;
type Bulk = z.output<typeof bulkInput>;

export type BulkResult =
  { articleId: number; ok: true } | { articleId: number; ok: false; code: ErrorCode; message: string };

/**
 * Does the same with several articles, each as they stand and in a transaction of its own: one that is refused keeps no
 * other from going through.
 * @returns a result for each article, in the order given
 * @throws AppError "forbidden", "invalid"
 */
export async function runBulk(actor: Actor, input: BulkInput): Promise<BulkResult[]> {
  authorise(actor, "article.read");
  const bulk = parseInput(bulkInput, input);
  const results: BulkResult[] = [];
  for (const articleId of new Set(bulk.articleIds)) results.push(await runOne(actor, bulk, articleId));
  return results;
}

async function runOne(actor: Actor, bulk: Bulk, articleId: number): Promise<BulkResult> {
  try {
    const [row] = await sql<{ version: number }>("SELECT version FROM article WHERE id = $1", [articleId]);
    if (!row) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
    await perform(actor, bulk, { articleId, expectedVersion: row.version });
    return { articleId, ok: true };
  } catch (error) {
    if (error instanceof AppError) return { articleId, ok: false, code: error.code, message: error.message };
    log().error({ err: error, articleId, verb: bulk.verb }, "an article of a bulk action failed");
    return { articleId, ok: false, code: "internal", message: "Something went wrong on our side. Please try again." };
  }
}

type Ref = { articleId: number; expectedVersion: number };

const performers: Record<BulkVerb, (actor: Actor, ref: Ref, bulk: Bulk) => Promise<unknown>> = {
  submit: (actor, ref) => submitArticle(actor, ref),
  recall: (actor, ref) => recallArticle(actor, ref),
  approve: (actor, ref) => approveArticle(actor, ref),
  publish: (actor, ref) => publishArticle(actor, ref),
  unschedule: (actor, ref) => unscheduleArticle(actor, ref),
  withdraw: (actor, ref, { reason, gone }) => withdrawArticle(actor, { ...ref, reason, gone }),
  moveToTrash: (actor, { articleId }) => moveToTrash(actor, { articleId }),
  restoreFromTrash: (actor, { articleId }) => restoreFromTrash(actor, { articleId }),
  remove: async (actor, { articleId }) => {
    const { removed } = await emptyTrash(actor, { articleIds: [articleId] });
    if (removed === 0) throw new AppError("conflict", "This article is not in the trash.");
  },
  assign: (actor, { articleId }, { editorId, reviewerId }) => assignArticle(actor, { articleId, editorId, reviewerId }),
};

async function perform(actor: Actor, bulk: Bulk, ref: Ref): Promise<void> {
  await performers[bulk.verb](actor, ref, bulk);
}
