import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { publicRange } from "@/lib/publications/commands/public-range";
import { stateAfter } from "../policy";
import type { ArticleState } from "../states";
import type { Transition } from "../transitions";
import { factsOf, type LockedArticle } from "./lock-article";
import type { Actor } from "@/lib/auth/actor";

/**
 * Writes where a transition led, and what the article's row says about its public versions. Call it after these were
 * changed. Private to the verbs of this folder.
 * @returns the new state and version
 */
export async function setState(
  tx: Transaction,
  actor: Actor,
  { article, to, moment }: { article: LockedArticle; to: Transition["to"]; moment: Date },
  data: Prisma.ArticleUncheckedUpdateInput = {},
): Promise<{ state: ArticleState; version: number }> {
  const range = await publicRange(tx, article.id);
  const approvedAt = "approvedAt" in data ? (data.approvedAt as Date | null) : article.facts.approvedAt;
  const row = { ...article.facts, ...range, approvedAt, id: article.id };
  const state = stateAfter(to, await factsOf(tx, actor, row), moment);
  const { version } = await tx.article.update({
    where: { id: article.id },
    data: { ...data, ...range, state, updatedAt: moment },
    select: { version: true },
  });
  return { state, version };
}
