import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { parseInput } from "@/lib/input";
import { offsetOf, pageOf, type PageOf } from "@/lib/pagination";
import { candidatesFor, targetOf, type RedirectRule, type RedirectStatus } from "./rules";
import { listRedirectsInput, type ListRedirectsInput } from "./schema";

/** Rows on a page of the desk's list. */
const pageSize = 50;

export type FoundRedirect = {
  /** The rule that is about the address, for counting. */
  redirectId: number;
  status: RedirectStatus;
  /** Where to go; null for 410. Something may lead on from there. */
  location: string | null;
};

/**
 * The redirect for an address that has no page: its own, else that of its nearest ancestor.
 * @param path as canonicalPath (./rules.ts) writes it
 * @returns null when no redirect is about it
 */
export async function findRedirect(path: string): Promise<FoundRedirect | null> {
  const [rule] = await sql<RedirectRule>(
    `SELECT id AS "redirectId", from_path AS "fromPath", to_path AS "toPath", status FROM redirect
     WHERE from_path = ANY ($1::text[]) AND (active_from IS NULL OR active_from <= $2)
     ORDER BY array_position($1::text[], from_path) LIMIT 1`,
    [candidatesFor(path), now()],
  );
  return rule ? { redirectId: rule.redirectId, status: rule.status, location: targetOf(rule, path) } : null;
}

export type WithdrawalView = {
  headline: string;
  /** Empty only when `gone`. */
  reason: string;
  at: Date;
  gone: boolean;
};

/** The notice about an article that was at this address, or null. @param path as canonicalPath writes it */
export async function findWithdrawal(path: string): Promise<WithdrawalView | null> {
  const [row] = await sql<WithdrawalView>(
    `SELECT headline, reason, at, gone FROM withdrawal
     WHERE path = $1 AND at <= $2 AND (lifted_at IS NULL OR lifted_at > $2) ORDER BY at DESC, id DESC LIMIT 1`,
    [path, now()],
  );
  return row ?? null;
}

export type RedirectRow = RedirectRule & {
  hits: number;
  createdAt: Date;
  /** In the future: it waits for a scheduled version. */
  activeFrom: Date | null;
  /** The article that moved, when publishing wrote it. */
  articleId: number | null;
};

const columns = `id AS "redirectId", from_path AS "fromPath", to_path AS "toPath", status, hits, created_at AS "createdAt",
  active_from AS "activeFrom", article_id AS "articleId"`;

/**
 * A page of the redirects, by address; `q` finds part of the old or the new one.
 * @throws AppError "forbidden", "invalid"; "not-found" beyond the last page
 */
export async function listRedirects(actor: Actor, input: ListRedirectsInput = {}): Promise<PageOf<RedirectRow>> {
  authorise(actor, "redirect.edit");
  const { q, page } = parseInput(listRedirectsInput, input);
  const where = "WHERE $1 = '' OR from_path ILIKE $2 OR to_path ILIKE $2";
  const values = [q, `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`];
  const [items, [count]] = await Promise.all([
    sql<RedirectRow>(`SELECT ${columns} FROM redirect ${where} ORDER BY from_path LIMIT $3 OFFSET $4`, [
      ...values,
      pageSize,
      offsetOf(page, pageSize),
    ]),
    sql<{ total: number }>(`SELECT count(*) AS total FROM redirect ${where}`, values),
  ]);
  return pageOf(items, page, count?.total ?? 0, pageSize);
}

/**
 * All redirects as a CSV file that importRedirects reads again. Those that wait for a scheduled version are left out: read
 * again, they would lead there at once.
 * @throws AppError "forbidden"
 */
export async function exportRedirects(actor: Actor): Promise<string> {
  authorise(actor, "redirect.edit");
  const rows = await sql<RedirectRow>(
    `SELECT ${columns} FROM redirect WHERE active_from IS NULL OR active_from <= $1 ORDER BY from_path`,
    [now()],
  );
  return stringify(
    rows.map(({ fromPath, toPath, status, hits }) => [fromPath, toPath ?? "", status, hits]),
    { header: true, columns: ["from", "to", "status", "hits"] },
  );
}
