import { addDays, startOfDay } from "date-fns";
import { TZDate } from "@date-fns/tz";
import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { parseInput } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { spreadsheetSafe } from "./csv-cell";
import { auditFilter, listAuditInput, type AuditFilter, type ListAuditInput } from "./schema";

export type AuditEntryView = {
  id: number;
  at: Date;
  /** In words that outlive the account. */
  who: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Entries of one answer. */
const auditPageSize = 50;
/** Entries that one statement of the export reads. */
const exportBatch = 1000;

const columns = `id, at, actor_label AS who, action, subject_type AS "subjectType", subject_id AS "subjectId", before, after`;

/**
 * The log, newest first, by keyset: a page costs the same wherever it lies.
 * @returns `nextBefore` for the next page, or null at the end
 * @throws AppError "forbidden", "invalid"
 */
export async function listAudit(
  actor: Actor,
  input: ListAuditInput,
): Promise<{ entries: AuditEntryView[]; nextBefore: number | null }> {
  authorise(actor, "audit.read");
  const { filter, before } = parseInput(listAuditInput, input);
  const rows = await readEntries(await conditionsOf(filter), before, auditPageSize + 1);
  const entries = rows.slice(0, auditPageSize);
  return { entries, nextBefore: rows.length > auditPageSize ? (entries.at(-1)?.id ?? null) : null };
}

/** Actions and kinds of subjects that occur in the log, for its filter. @throws AppError "forbidden" */
export async function listAuditChoices(actor: Actor): Promise<{ actions: string[]; subjectTypes: string[] }> {
  authorise(actor, "audit.read");
  // One index probe a value instead of reading the whole log.
  const actions = await sql<{ action: string }>(
    `WITH RECURSIVE step AS (
       (SELECT action FROM audit_entry ORDER BY action LIMIT 1)
       UNION ALL
       SELECT (SELECT e.action FROM audit_entry e WHERE e.action > step.action ORDER BY e.action LIMIT 1)
       FROM step WHERE step.action IS NOT NULL
     ) SELECT action FROM step WHERE action IS NOT NULL`,
  );
  const subjects = await sql<{ subject: string }>(
    `WITH RECURSIVE step AS (
       (SELECT subject_type AS subject FROM audit_entry ORDER BY subject_type LIMIT 1)
       UNION ALL
       SELECT (SELECT e.subject_type FROM audit_entry e WHERE e.subject_type > step.subject ORDER BY e.subject_type LIMIT 1)
       FROM step WHERE step.subject IS NOT NULL
     ) SELECT subject FROM step WHERE subject IS NOT NULL`,
  );
  return { actions: actions.map(({ action }) => action), subjectTypes: subjects.map(({ subject }) => subject) };
}

/**
 * The log as CSV (RFC 4180), newest first, piece by piece: it is never in memory as a whole. The first piece has the
 * names of the columns. Reads what was in the log at the first piece.
 * @throws AppError "forbidden", "invalid" before the first piece
 */
export async function* exportAudit(actor: Actor, input: AuditFilter): AsyncGenerator<string> {
  authorise(actor, "audit.read");
  const conditions = await conditionsOf(parseInput(auditFilter, input));
  yield stringify([["id", "at", "who", "action", "subject type", "subject", "before", "after"]]);
  let before: number | null = null;
  for (;;) {
    const entries: AuditEntryView[] = await readEntries(conditions, before, exportBatch);
    const last = entries.at(-1);
    if (!last) return;
    before = last.id;
    yield stringify(entries.map(csvRow));
  }
}

function csvRow(entry: AuditEntryView): string[] {
  const words = [entry.who, entry.action, entry.subjectType, entry.subjectId];
  const values = [entry.before, entry.after].map((value) => (value ? JSON.stringify(value) : ""));
  return [String(entry.id), entry.at.toISOString(), ...words.map(spreadsheetSafe), ...values];
}

type Conditions = { text: string; values: unknown[] };

async function conditionsOf(filter: z.output<typeof auditFilter>): Promise<Conditions> {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (condition: (placeholder: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(condition(`$${String(values.length)}`));
  };
  if (filter.who) add((place) => `strpos(lower(actor_label), lower(${place})) > 0`, filter.who);
  if (filter.action?.endsWith(".")) add((place) => `starts_with(action, ${place})`, filter.action);
  else if (filter.action) add((place) => `action = ${place}`, filter.action);
  if (filter.subjectType) add((place) => `subject_type = ${place}`, filter.subjectType);
  if (filter.subjectId) add((place) => `subject_id = ${place}`, filter.subjectId);
  if (filter.from ?? filter.to) {
    const { timeZone } = await getSiteSettings();
    if (filter.from) add((place) => `at >= ${place}`, dayStart(filter.from, timeZone));
    if (filter.to) add((place) => `at < ${place}`, addDays(dayStart(filter.to, timeZone), 1));
  }
  return { text: parts.join(" AND "), values };
}

/** The first moment of a day (YYYY-MM-DD) in a time zone. */
function dayStart(day: string, timeZone: string): Date {
  return startOfDay(new TZDate(`${day}T12:00:00`, timeZone));
}

function readEntries({ text, values }: Conditions, before: number | null, limit: number): Promise<AuditEntryView[]> {
  const place = (offset: number): string => `$${String(values.length + offset)}`;
  const where = [`(${place(1)}::int IS NULL OR id < ${place(1)})`, ...(text ? [text] : [])].join(" AND ");
  return sql<AuditEntryView>(`SELECT ${columns} FROM audit_entry WHERE ${where} ORDER BY id DESC LIMIT ${place(2)}`, [
    ...values,
    before,
    limit,
  ]);
}
