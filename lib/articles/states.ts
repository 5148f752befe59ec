/** The states of an article. */
export const articleStates = [
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
] as const;
export type ArticleState = (typeof articleStates)[number];

/** What is known of an article when somebody wants to do something with it. */
export type ArticleFacts = {
  /** As stored. What it is at a moment, `stateAt` says. */
  state: ArticleState;
  createdById: number | null;
  approvedAt: Date | null;
  trashedAt: Date | null;
  /** Range of the newest publication; null when there is none, or until is open. */
  publicFrom: Date | null;
  publicUntil: Date | null;
  /** Whether readers see a version of it at the moment. */
  live: boolean;
  /** Whether some other account than the actor's could approve articles. */
  othersCanApprove: boolean;
};

/**
 * The state at a moment. Nothing runs when a scheduled moment passes: what was stored as scheduled is published from
 * then on, and what was to end is withdrawn. States of the work on a text (draft, in review, …) do not move with time.
 */
export function stateAt(
  article: Pick<ArticleFacts, "state" | "publicFrom" | "publicUntil">,
  moment: Date,
): ArticleState {
  const { state, publicFrom, publicUntil } = article;
  if (state !== "scheduled" && state !== "published") return state;
  if (state === "scheduled" && (publicFrom === null || publicFrom > moment)) return "scheduled";
  return publicUntil !== null && publicUntil <= moment ? "withdrawn" : "published";
}

/** Whether a version waits for its moment. */
export function isPlanned(article: Pick<ArticleFacts, "publicFrom">, moment: Date): boolean {
  return article.publicFrom !== null && article.publicFrom > moment;
}

/** Where an article is when nobody works on a change of it. */
export function restingState(
  article: Pick<ArticleFacts, "approvedAt" | "publicFrom" | "publicUntil" | "live">,
  moment: Date,
): ArticleState {
  if (isPlanned(article, moment)) return "scheduled";
  if (article.live) return "published";
  if (article.approvedAt !== null) return "approved";
  return article.publicFrom === null ? "draft" : "withdrawn";
}
