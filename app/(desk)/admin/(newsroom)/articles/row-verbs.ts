import { bulkVerbs, type BulkVerb } from "@/lib/articles/bulk-verbs";
import { decideTransition } from "@/lib/articles/policy";
import type { ArticleFacts } from "@/lib/articles/states";
import { decide } from "@/lib/auth/permissions";
import type { UserActor } from "@/lib/auth/require-account";

/** What a list knows of an article. */
type Listed = Pick<ArticleFacts, "state" | "publicFrom" | "publicUntil" | "trashedAt" | "live"> & {
  createdBy: { id: number } | null;
  updatedAt: Date;
};

/**
 * What a list offers to do with an article, by the same table that the verbs read. A list does not know who else could
 * approve; where that matters, the verb refuses with its reason.
 */
export function rowVerbs(user: UserActor, article: Listed, moment: Date): BulkVerb[] {
  const facts: ArticleFacts = {
    ...article,
    createdById: article.createdBy?.id ?? null,
    approvedAt: article.state === "approved" ? article.updatedAt : null,
    othersCanApprove: false,
  };
  const workflow = bulkVerbs.filter((verb) => verb !== "assign" && verb !== "remove");
  const verbs: BulkVerb[] = workflow.filter((verb) => decideTransition(user, verb, facts, moment).allowed);
  const inTrash = article.trashedAt !== null;
  if (!inTrash && decide(user, "article.assign").allowed) verbs.push("assign");
  if (inTrash && decide(user, "article.delete").allowed) verbs.push("remove");
  return verbs;
}
