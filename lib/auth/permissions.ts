/** One table: who may do what. Read by verbs, by queries of the desk and by its screens alike. */
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Role } from "./roles";

type Rule = { roles: readonly Role[]; reason: string };

const writers = ["administrator", "editor", "author", "contributor"] as const;
const editors = ["administrator", "editor"] as const;

export const permissions = {
  "article.write": { roles: writers, reason: "Writing articles needs the role contributor, author or editor." },
  "article.publish": { roles: editors, reason: "Only editors publish, update or withdraw articles." },
  "taxonomy.edit": { roles: editors, reason: "Only editors change categories and tags." },
  "person.edit": { roles: editors, reason: "Only editors change author pages." },
  "media.upload": { roles: writers, reason: "Uploading pictures needs a role that writes." },
  "page.edit": { roles: editors, reason: "Only editors change static pages." },
  "site.configure": { roles: ["administrator"], reason: "Only administrators change menus, settings and help lines." },
  "user.manage": { roles: ["administrator"], reason: "Only administrators manage accounts." },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export type Decision = { allowed: true } | { allowed: false; reason: string };

/** Whether `actor` may, and the reason when not. The system may do everything. */
export function decide(actor: Actor, permission: Permission): Decision {
  if (actor.kind === "system") return { allowed: true };
  const rule: Rule = permissions[permission];
  return rule.roles.includes(actor.role) ? { allowed: true } : { allowed: false, reason: rule.reason };
}

/** @throws AppError "forbidden" with the reason */
export function authorise(actor: Actor, permission: Permission): void {
  const decision = decide(actor, permission);
  if (!decision.allowed) throw new AppError("forbidden", decision.reason);
}
