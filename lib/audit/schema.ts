import { z } from "zod";

const day = z.iso.date("is a day such as 2026-11-24");

/** What to show of the log. Everything that is given must hold. */
export const auditFilter = z.object({
  /** Part of who did it: an e-mail address, or "system:seed". */
  who: z.string().trim().max(254).nullable().default(null),
  /** The action, or its first part with a dot: "article." is everything about articles. */
  action: z.string().trim().max(80).nullable().default(null),
  subjectType: z.string().trim().max(40).nullable().default(null),
  subjectId: z.string().trim().max(120).nullable().default(null),
  /** First and last day, in the time zone of the site. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
export type AuditFilter = z.input<typeof auditFilter>;

export const listAuditInput = z.object({
  filter: auditFilter.prefault({}),
  /** Only entries written before this one: the id of the last entry that was shown. */
  before: z.number().int().positive().nullable().default(null),
});
export type ListAuditInput = z.input<typeof listAuditInput>;
