import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { parseInput } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { articlePath } from "@/lib/urls";
import { monthRange } from "../month";

const calendarInput = z.object({
  month: z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, "is a month such as 2026-11"),
});
export type CalendarInput = z.input<typeof calendarInput>;

/** A month of a busy magazine has some hundred; nobody reads a calendar with more. */
const mostEntries = 2000;

export type CalendarEntry = {
  /** "updated" and "scheduled-update" are further versions of an article that was public before. */
  kind: "published" | "updated" | "scheduled" | "scheduled-update" | "end";
  at: Date;
  articleId: number;
  /** Of the working copy, for rescheduleArticle and scheduleEnd. */
  version: number;
  headline: string;
  path: string;
  /** Whether it lies ahead, so that it can be moved. */
  movable: boolean;
};

export type Calendar = {
  /** The site's own; the month begins and ends by it. */
  timeZone: string;
  from: Date;
  /** The beginning of the next month. */
  to: Date;
  entries: CalendarEntry[];
};

type Row = Omit<CalendarEntry, "path" | "kind"> & { ends: boolean; first: boolean; slug: string; categorySlug: string };

/** An end that is no end of the article, because the next version begins there, is left out. */
const statement = `
  SELECT p.visible_from AS at, false AS ends, p.visible_from = p.published_at AS first, p.article_id AS "articleId", a.version,
    p.headline, p.slug, c.slug AS "categorySlug", p.visible_from > $1 AS movable
  FROM publication p JOIN article a ON a.id = p.article_id JOIN category c ON c.id = p.category_id
  WHERE p.visible_from >= $2 AND p.visible_from < $3 AND (p.visible_until IS NULL OR p.visible_from < p.visible_until)
  UNION ALL
  SELECT p.visible_until, true, false, p.article_id, a.version, p.headline, p.slug, c.slug, p.visible_until > $1
  FROM publication p JOIN article a ON a.id = p.article_id JOIN category c ON c.id = p.category_id
  WHERE p.visible_until >= $2 AND p.visible_until < $3 AND p.visible_from < p.visible_until AND NOT EXISTS (
    SELECT 1 FROM publication next WHERE next.article_id = p.article_id AND next.visible_from = p.visible_until)
  ORDER BY at, "articleId" LIMIT ${String(mostEntries)}`;

/**
 * What appeared, appears and ends in a month of the site's calendar, in order of time.
 * @throws AppError "forbidden", "invalid"
 */
export async function getCalendar(actor: Actor, input: CalendarInput): Promise<Calendar> {
  authorise(actor, "article.read");
  const { month } = parseInput(calendarInput, input);
  const { timeZone } = await getSiteSettings();
  const { from, to } = monthRange(month, timeZone);
  const rows = await sql<Row>(statement, [now(), from, to]);
  return { timeZone, from, to, entries: rows.map(toEntry) };
}

function toEntry({ ends, first, slug, categorySlug, ...row }: Row): CalendarEntry {
  const begun = row.movable ? (["scheduled", "scheduled-update"] as const) : (["published", "updated"] as const);
  return { ...row, kind: ends ? "end" : begun[first ? 0 : 1], path: articlePath({ slug, categorySlug }) };
}
