/** What can be done with several articles at once, in the order in which the desk offers it. Pure. */

export const bulkVerbs = [
  "submit",
  "recall",
  "approve",
  "publish",
  "unschedule",
  "withdraw",
  "assign",
  "moveToTrash",
  "restoreFromTrash",
  "remove",
] as const;
export type BulkVerb = (typeof bulkVerbs)[number];
