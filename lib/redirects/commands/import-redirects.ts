import { parse } from "csv-parse/sync";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { InputError, parseInput } from "@/lib/input";
import { followRules, matches, pathOfTarget, type RedirectRule, type RedirectStatus } from "../rules";
import { importRedirectsInput, mostImportedRows, redirectInput, type ImportRedirectsInput } from "../schema";
import { inhabited } from "./inhabited";
import { lockRedirects } from "./lock-redirects";

export type ImportedRow = { line: number; fromPath: string; ok: boolean; problem: string | null };

/** False: nothing was written, because of the rows that have a problem. */
export type ImportedRedirects = { imported: boolean; rows: ImportedRow[] };

type ReadRow = { line: number; given: string; rule: RedirectRule | null; problem: string | null };

/**
 * Reads redirects from a CSV file with the columns from, to and status (a first line that names them may be missing; so
 * may the status, which is 301 then). An address that has a redirect already gets the new one. Either every row is right
 * and all are written, or none is.
 * @returns what is wrong with which row
 * @throws AppError "forbidden"; InputError for what is no CSV file
 */
export function importRedirects(actor: Actor, input: ImportRedirectsInput): Promise<ImportedRedirects> {
  authorise(actor, "redirect.edit");
  const { csv } = parseInput(importRedirectsInput, input);
  const rows = readRows(csv);
  return transaction(async (tx) => {
    await lockRedirects(tx);
    const rules = await allRules(tx);
    for (const { rule } of rows) if (rule) rules.set(rule.fromPath, rule);
    await findProblems(tx, rows, rules);
    const results = rows.map(({ line, given, problem }) => ({
      line,
      fromPath: given,
      ok: problem === null,
      problem,
    }));
    if (results.some(({ ok }) => !ok)) return { imported: false, rows: results };
    const written = await shortened(rules);
    await write(tx, written);
    await recordAudit(tx, actor, {
      action: "redirect.imported",
      subjectType: "redirect",
      subjectId: "file",
      after: { rows: rows.length },
    });
    await bumpContentVersion(tx);
    return { imported: true, rows: results };
  });
}

function readRows(csv: string): ReadRow[] {
  const records = parsed(csv);
  const [first] = records;
  const hasNames = first?.cells[0]?.trim().toLowerCase() === "from";
  const data = hasNames ? records.slice(1) : records;
  if (data.length === 0) throw new InputError({ csv: ["has no rows"] });
  if (data.length > mostImportedRows) {
    throw new InputError({ csv: [`has more than ${String(mostImportedRows)} rows; split it`] });
  }
  const seen = new Set<string>();
  return data.map(({ line, cells }) => {
    const row = readRow(line, cells);
    if (row.rule && seen.has(row.rule.fromPath)) return { ...row, rule: null, problem: "stands in the file twice" };
    if (row.rule) seen.add(row.rule.fromPath);
    return row;
  });
}

function parsed(csv: string): { line: number; cells: string[] }[] {
  try {
    const records = parse(csv, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    throw new InputError({ csv: [error instanceof Error ? `can't be read: ${error.message}` : "can't be read"] });
  }
}

function readRow(line: number, [from = "", to = "", status = ""]: string[]): ReadRow {
  const given = { fromPath: from, toPath: to === "" ? null : to, status: status === "" ? 301 : Number(status) };
  const result = redirectInput.safeParse(given);
  if (result.success) return { line, given: from, rule: { redirectId: 0, ...result.data }, problem: null };
  const names: Record<string, string> = { fromPath: "from", toPath: "to", status: "status" };
  const problem = result.error.issues
    .map(({ path, message }) => `${names[String(path[0])] ?? "row"}: ${message}`)
    .join("; ");
  return { line, given: from, rule: null, problem };
}

async function allRules(tx: Transaction): Promise<Map<string, RedirectRule>> {
  const rows = await tx.redirect.findMany({ select: { id: true, fromPath: true, toPath: true, status: true } });
  return new Map(
    rows.map(({ id, status, ...row }) => [row.fromPath, { ...row, redirectId: id, status: status as RedirectStatus }]),
  );
}

/** Notes at each row what the pages and the other rules have against it. */
async function findProblems(tx: Transaction, rows: ReadRow[], rules: Map<string, RedirectRule>): Promise<void> {
  const pages = await inhabited(
    tx,
    rows.flatMap(({ rule }) => (rule ? [rule.fromPath] : [])),
  );
  for (const row of rows) {
    if (!row.rule) continue;
    if (pages.has(row.rule.fromPath)) row.problem = "from: has a page, which readers would go on seeing";
    else if (await isCircular(row.rule, rules)) row.problem = "to: leads back to the old address, in a circle";
  }
}

async function isCircular({ fromPath, toPath }: RedirectRule, rules: Map<string, RedirectRule>): Promise<boolean> {
  if (toPath === null || toPath.endsWith("/*")) return false;
  const chain = await followRules(pathOfTarget(toPath), (candidates) => lookUp(rules, candidates));
  return chain.circular || chain.paths.some((path) => matches(fromPath, path));
}

function lookUp(rules: Map<string, RedirectRule>, candidates: string[]): RedirectRule | null {
  for (const candidate of candidates) {
    const rule = rules.get(candidate);
    if (rule) return rule;
  }
  return null;
}

/** Every rule that leads to another leads to the end of the chain; only those that change. */
async function shortened(rules: Map<string, RedirectRule>): Promise<RedirectRule[]> {
  const changed: RedirectRule[] = [];
  for (const rule of rules.values()) {
    const { toPath } = rule;
    const isFinal = toPath === null || toPath.endsWith("/*");
    const chain = isFinal ? null : await followRules(pathOfTarget(toPath), (candidates) => lookUp(rules, candidates));
    const leads = chain && !chain.circular && chain.rules.length > 0 && chain.location !== null;
    const end = leads ? chain.location : toPath;
    if (rule.redirectId === 0 || end !== toPath) changed.push({ ...rule, toPath: end });
  }
  return changed;
}

async function write(tx: Transaction, rules: RedirectRule[]): Promise<void> {
  const given = rules.map(({ fromPath, toPath, status, redirectId }) => ({
    from_path: fromPath,
    to_path: toPath,
    status,
    // A rule of the file is one of an editor; the others keep what they wait for and which article they are about.
    own: redirectId === 0,
  }));
  await tx.$executeRaw`
    INSERT INTO redirect AS r (from_path, to_path, status, created_at)
    SELECT from_path, to_path, status, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS g (from_path text, to_path text, status smallint)
    ON CONFLICT (from_path) DO UPDATE SET to_path = excluded.to_path, status = excluded.status`;
  const own = given.filter((rule) => rule.own).map((rule) => rule.from_path);
  await tx.redirect.updateMany({ where: { fromPath: { in: own } }, data: { activeFrom: null, articleId: null } });
}
