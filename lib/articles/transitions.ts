/** The workflow of articles as one table of data. policy.ts reads it; verbs and screens ask there. */
import type { Permission } from "@/lib/auth/permissions";
import { articleStates, type ArticleState } from "./states";

export const articleVerbs = [
  "save",
  "submit",
  "recall",
  "requestChanges",
  "approve",
  "publish",
  "reschedule",
  "unschedule",
  "scheduleEnd",
  "withdraw",
  "moveToTrash",
  "restoreFromTrash",
] as const;
export type ArticleVerb = (typeof articleVerbs)[number];

/** What else must be true, and what is said when it is not. */
export const conditions = {
  live: "Readers do not see this article.",
  planned: "No version of this article is scheduled.",
  /** Live, or going to be. */
  public: "No version of this article is public or scheduled.",
  notPublic: "Readers see this article, or will. Withdraw it, or take it off the schedule, first.",
  /**
   * Four eyes: nobody puts a text of their own before readers that nobody else approved. Only where no other account
   * could approve does it not hold, or a magazine of one person could publish nothing.
   */
  fourEyes: "You wrote this article. Somebody else has to approve it before it is published.",
  inTrash: "This article is not in the trash.",
  notInTrash: "This article is in the trash. Restore it first.",
} as const;
export type Condition = keyof typeof conditions;

/** A piece is the own one of who started it. */
export const ownershipReasons = {
  own: "This is somebody else's article.",
  "of-others": "You wrote this article. Somebody else has to review it.",
} as const;

export type Transition = {
  verb: ArticleVerb;
  from: readonly ArticleState[];
  /** "unchanged"; "resting": where the article is when nobody works on it; "by-time": scheduled or published. */
  to: ArticleState | "unchanged" | "resting" | "by-time";
  permission: Permission;
  /** Whose article; anybody's when left out. */
  piece?: keyof typeof ownershipReasons;
  /** Besides not being in the trash. */
  needs?: readonly Condition[];
  /** Said when the article is in none of the `from` states. */
  reason: string;
};

const anyState = articleStates;
const atRest = ["published", "scheduled", "withdrawn"] as const;
const unsubmitted = ["draft", "changes_requested"] as const;
const beingReviewed = ["in_review", "changes_requested", "approved"] as const;
const neverReached = "";

const submit = {
  verb: "submit",
  from: [...unsubmitted, ...atRest],
  to: "in_review",
  reason: "It was submitted already.",
} as const;
const recall = {
  verb: "recall",
  from: beingReviewed,
  to: "resting",
  reason: "It is not being reviewed.",
} as const;
const trash = { verb: "moveToTrash", to: "unchanged", needs: ["notPublic"] } as const;

/**
 * Rows of one verb are alternatives: the first that fits decides. Editors act on every article, authors and
 * contributors on their own; authors go on writing while their article is in review or public (readers see the published
 * version meanwhile), contributors only before they submit. Reviewers judge and do not write.
 */
export const transitions: readonly Transition[] = [
  { verb: "save", from: anyState, to: "unchanged", permission: "article.write-any", reason: neverReached },
  {
    verb: "save",
    from: anyState,
    to: "unchanged",
    permission: "article.write-submitted",
    piece: "own",
    reason: neverReached,
  },
  {
    verb: "save",
    from: unsubmitted,
    to: "unchanged",
    permission: "article.write",
    piece: "own",
    reason: "It was submitted. Take it back to go on writing.",
  },

  { ...submit, permission: "article.write-any" },
  { ...submit, permission: "article.write", piece: "own" },
  { ...recall, permission: "article.write-any" },
  { ...recall, permission: "article.write", piece: "own" },

  {
    verb: "requestChanges",
    from: ["in_review", "approved"],
    to: "changes_requested",
    permission: "article.review",
    piece: "of-others",
    reason: "It was not submitted for review.",
  },
  {
    verb: "approve",
    from: ["in_review"],
    to: "approved",
    permission: "article.review",
    piece: "of-others",
    reason: "It was not submitted for review.",
  },

  {
    verb: "publish",
    from: ["draft", "in_review", "approved", ...atRest],
    to: "by-time",
    permission: "article.publish",
    needs: ["fourEyes"],
    reason: "Changes were asked for. Submit it again first.",
  },
  {
    verb: "reschedule",
    from: anyState,
    to: "unchanged",
    permission: "article.publish",
    needs: ["planned"],
    reason: neverReached,
  },
  {
    verb: "unschedule",
    from: ["scheduled"],
    to: "resting",
    permission: "article.publish",
    needs: ["planned"],
    reason: conditions.planned,
  },
  // A version waits while the next is being written: the work on the next goes on.
  {
    verb: "unschedule",
    from: [...unsubmitted, ...beingReviewed],
    to: "unchanged",
    permission: "article.publish",
    needs: ["planned"],
    reason: conditions.planned,
  },
  {
    verb: "scheduleEnd",
    from: anyState,
    to: "unchanged",
    permission: "article.publish",
    needs: ["public"],
    reason: neverReached,
  },
  {
    verb: "withdraw",
    from: anyState,
    to: "withdrawn",
    permission: "article.publish",
    needs: ["live"],
    reason: neverReached,
  },

  { ...trash, from: anyState, permission: "article.write-any", reason: neverReached },
  {
    ...trash,
    from: unsubmitted,
    permission: "article.write",
    piece: "own",
    reason: "It was submitted. Take it back first.",
  },
  {
    verb: "restoreFromTrash",
    from: anyState,
    to: "unchanged",
    permission: "article.write-any",
    needs: ["inTrash"],
    reason: neverReached,
  },
  {
    verb: "restoreFromTrash",
    from: anyState,
    to: "unchanged",
    permission: "article.write",
    piece: "own",
    needs: ["inTrash"],
    reason: neverReached,
  },
];
