/** What an account can be. */
export const roles = ["administrator", "editor", "author", "contributor", "reviewer", "moderator"] as const;
export type Role = (typeof roles)[number];
