/** Who may do what with an article, in which state, and why not. Pure: the same answer in a form and in the verb. */
import { assertNever } from "@/lib/assert-never";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { decide, type Permission } from "@/lib/auth/permissions";
import type { ErrorCode } from "@/lib/errors";
import { blockingProblems, type BlockingProblem } from "./checklist/blocking";
import type { WorkingCopy } from "./schema";
import { isPlanned, restingState, stateAt, type ArticleFacts, type ArticleState } from "./states";
import {
  articleVerbs,
  conditions,
  ownershipReasons,
  transitions,
  type ArticleVerb,
  type Condition,
  type Transition,
} from "./transitions";

export type TransitionDecision =
  | { verb: ArticleVerb; allowed: true; to: Transition["to"] }
  | { verb: ArticleVerb; allowed: false; code: ErrorCode & ("forbidden" | "conflict"); reason: string };

type Refusal = TransitionDecision & { allowed: false };
type Check = { holds: boolean; code: Refusal["code"]; reason: string };

/**
 * Whether `actor` may do `verb` with an article as it is at `moment`, and where that leads. Of several alternatives that
 * all refuse, the one that came furthest gives the reason: it is the nearest to what would help.
 */
export function decideTransition(
  actor: Actor,
  verb: ArticleVerb,
  article: ArticleFacts,
  moment: Date,
): TransitionDecision {
  let best: { passed: number; refusal: Refusal } | undefined;
  for (const transition of transitions.filter((row) => row.verb === verb)) {
    const checks = checksOf(actor, transition, article, moment);
    const passed = checks.findIndex((check) => !check.holds);
    const failed = checks[passed];
    if (!failed) return { verb, allowed: true, to: transition.to };
    const refusal: Refusal = { verb, allowed: false, code: failed.code, reason: failed.reason };
    if (!best || passed > best.passed) best = { passed, refusal };
  }
  return best?.refusal ?? { verb, allowed: false, code: "conflict", reason: "This can't be done with an article." };
}

/** Every verb with its answer, for the buttons of a screen. */
export function availableTransitions(actor: Actor, article: ArticleFacts, moment: Date): TransitionDecision[] {
  return articleVerbs.map((verb) => decideTransition(actor, verb, article, moment));
}

/** Permission first, so that who may nothing learns nothing of the article. */
function checksOf(actor: Actor, row: Transition, article: ArticleFacts, moment: Date): Check[] {
  const own = isOwn(actor, article);
  const needs: Condition[] = [
    ...(row.verb === "restoreFromTrash" ? [] : ["notInTrash" as const]),
    ...(row.needs ?? []),
  ];
  const ownership: Check[] = row.piece
    ? [{ holds: (row.piece === "own") === own, code: "forbidden", reason: ownershipReasons[row.piece] }]
    : [];
  return [
    permissionCheck(actor, row.permission),
    ...ownership,
    { holds: row.from.includes(stateAt(article, moment)), code: "conflict", reason: row.reason },
    ...needs.map((condition): Check => ({
      holds: conditionHolds(condition, { own, article, moment }),
      code: condition === "fourEyes" ? "forbidden" : "conflict",
      reason: conditions[condition],
    })),
  ];
}

function permissionCheck(actor: Actor, permission: Permission): Check {
  const decision = decide(actor, permission);
  return { holds: decision.allowed, code: "forbidden", reason: decision.allowed ? "" : decision.reason };
}

/** Whether the actor is the author in the sense of the workflow: the account that started the article. */
export function isOwn(actor: Actor, article: Pick<ArticleFacts, "createdById">): boolean {
  const userId = actorUserId(actor);
  return userId !== null && userId === article.createdById;
}

function conditionHolds(
  condition: Condition,
  { own, article, moment }: { own: boolean; article: ArticleFacts; moment: Date },
): boolean {
  const planned = isPlanned(article, moment);
  switch (condition) {
    case "live":
      return article.live;
    case "planned":
      return planned;
    case "public":
      return article.live || planned;
    case "notPublic":
      return !article.live && !planned;
    case "fourEyes":
      return !own || article.approvedAt !== null || !article.othersCanApprove;
    case "inTrash":
      return article.trashedAt !== null;
    case "notInTrash":
      return article.trashedAt === null;
    default:
      return assertNever(condition);
  }
}

/** The state after an allowed transition. `article` is as the change left it. */
export function stateAfter(to: Transition["to"], article: ArticleFacts, moment: Date): ArticleState {
  switch (to) {
    case "unchanged":
      return article.state;
    case "resting":
      return restingState(article, moment);
    case "by-time":
      return isPlanned(article, moment) ? "scheduled" : "published";
    default:
      return to;
  }
}

/**
 * Whether the approval of a text still holds after `actor` changed it: only who could have approved it keeps it.
 */
export function keepsApproval(actor: Actor, article: Pick<ArticleFacts, "createdById">): boolean {
  return decide(actor, "article.review").allowed && !isOwn(actor, article);
}

export type Blocker = { field: keyof WorkingCopy; problem: string };

/** Why this can't be published yet; empty when it can. */
export function publishBlockers(copy: WorkingCopy): Blocker[] {
  return [
    ...(copy.categoryId === null ? [{ field: "categoryId" as const, problem: "There is no category." }] : []),
    ...blockingProblems(copy).map(({ field, message }) => ({ field, problem: message })),
  ];
}

/** Demands on the desk's work, which archives that are brought in were never made to. */
const demandsOnPeople = new Set<BlockingProblem["id"]>([
  "hero",
  "heading-order",
  "reviewer",
  "reviewer-is-author",
  "references",
]);

/**
 * The same for who asks. The seed and the importer bring texts in as they are: they are held only to what a reader's page
 * can't do without.
 */
export function publishBlockersFor(actor: Actor, copy: WorkingCopy): Blocker[] {
  if (actor.kind === "user") return publishBlockers(copy);
  const demanded = blockingProblems(copy).filter(({ id }) => demandsOnPeople.has(id));
  const lifted = new Set(demanded.map(({ message }) => message));
  return publishBlockers(copy).filter(({ problem }) => !lifted.has(problem));
}
