/** One table: who may do what. Read by verbs, by queries of the desk and by its screens alike. */
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Role } from "./roles";

type Rule = { roles: readonly Role[]; reason: string };

const writers = ["administrator", "editor", "author", "contributor"] as const;
const editors = ["administrator", "editor"] as const;
const newsroom = ["administrator", "editor", "author", "contributor", "reviewer"] as const;

export const permissions = {
  "article.write": { roles: writers, reason: "Writing articles needs the role contributor, author or editor." },
  "article.read": { roles: newsroom, reason: "Articles in progress are for those who write, review or edit them." },
  "article.write-submitted": {
    roles: ["administrator", "editor", "author"],
    reason: "Contributors change their articles until they are submitted.",
  },
  "article.write-any": { roles: editors, reason: "Only editors change articles of others." },
  "article.review": {
    roles: ["administrator", "editor", "reviewer"],
    reason: "Approving articles and asking for changes needs the role reviewer or editor.",
  },
  "article.assign": { roles: editors, reason: "Only editors say who looks after an article." },
  "article.publish": { roles: editors, reason: "Only editors publish, update or withdraw articles." },
  "article.delete": { roles: editors, reason: "Only editors empty the trash." },
  "taxonomy.edit": { roles: editors, reason: "Only editors change categories and tags." },
  "tag.create": {
    roles: ["administrator", "editor", "author"],
    reason: "Adding tags needs the role author or editor.",
  },
  "person.edit": { roles: editors, reason: "Only editors change author pages." },
  "media.upload": { roles: writers, reason: "Uploading pictures needs a role that writes." },
  "media.browse": { roles: writers, reason: "The picture library is for roles that write." },
  "media.edit": { roles: writers, reason: "Describing and sorting pictures needs a role that writes." },
  "media.manage": {
    roles: editors,
    reason: "Only editors replace and delete pictures, or change one that readers see.",
  },
  "home.curate": { roles: editors, reason: "Only editors choose stories for the home page." },
  "advertising.edit": { roles: editors, reason: "Only editors change advertisements." },
  "page.edit": { roles: editors, reason: "Only editors change static pages." },
  "redirect.edit": { roles: editors, reason: "Only editors change redirects." },
  "site.configure": { roles: ["administrator"], reason: "Only administrators change menus, settings and help lines." },
  "audit.read": { roles: ["administrator"], reason: "Only administrators read the audit log." },
  "health.read": { roles: ["administrator"], reason: "Only administrators see the state of the system." },
  "mail.read": { roles: ["administrator"], reason: "Only administrators read the outbox." },
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
