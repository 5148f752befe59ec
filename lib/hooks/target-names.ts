/** Whom the magazine can tell of changes. */
export const hookTargetNames = ["websub", "indexnow"] as const;
export type HookTargetName = (typeof hookTargetNames)[number];
