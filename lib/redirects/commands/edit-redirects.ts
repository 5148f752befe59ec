import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { refuseTaken } from "@/lib/db/refuse-taken";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { followRules, matches, pathOfTarget, type RedirectRule, type RedirectStatus } from "../rules";
import {
  deleteRedirectInput,
  redirectInput,
  updateRedirectInput,
  type DeleteRedirectInput,
  type RedirectInput,
  type UpdateRedirectInput,
} from "../schema";
import { inhabited } from "./inhabited";
import { lockRedirects } from "./lock-redirects";

type Rule = { fromPath: string; toPath: string | null; status: RedirectStatus };

const taken = { fromPath: ["has a redirect already; change that one"] };

/**
 * Adds a redirect. Where its target leads on, it leads to the end of the chain at once.
 * @throws AppError "forbidden"; InputError also for an address that has a page, has a redirect, or would be led in a circle
 */
export function createRedirect(actor: Actor, input: RedirectInput): Promise<{ redirectId: number }> {
  authorise(actor, "redirect.edit");
  const rule = parseInput(redirectInput, input);
  return transaction(async (tx) => {
    const data = await settled(tx, rule, null);
    const { id } = await refuseTaken(taken, () =>
      tx.redirect.create({ data: { ...data, createdAt: now() }, select: { id: true } }),
    );
    await leadOn(tx, data);
    await recordAudit(tx, actor, { action: "redirect.created", subjectType: "redirect", subjectId: id, after: data });
    await bumpContentVersion(tx);
    return { redirectId: id };
  });
}

/** Changes a redirect; it keeps its hits. @throws AppError "not-found", and as createRedirect */
export function updateRedirect(actor: Actor, input: UpdateRedirectInput): Promise<void> {
  authorise(actor, "redirect.edit");
  const { redirectId, ...rule } = parseInput(updateRedirectInput, input);
  return transaction(async (tx) => {
    const before = await lockRedirect(tx, redirectId);
    const data = await settled(tx, rule, redirectId);
    await refuseTaken(taken, () =>
      tx.redirect.update({
        where: { id: redirectId },
        data: { ...data, activeFrom: null, articleId: null },
        select: { id: true },
      }),
    );
    await leadOn(tx, data);
    await recordAudit(tx, actor, {
      action: "redirect.changed",
      subjectType: "redirect",
      subjectId: redirectId,
      before,
      after: data,
    });
    await bumpContentVersion(tx);
  });
}

/** Removes a redirect. @throws AppError "forbidden", "invalid", "not-found" */
export function deleteRedirect(actor: Actor, input: DeleteRedirectInput): Promise<void> {
  authorise(actor, "redirect.edit");
  const { redirectId } = parseInput(deleteRedirectInput, input);
  return transaction(async (tx) => {
    const before = await lockRedirect(tx, redirectId);
    await tx.redirect.delete({ where: { id: redirectId }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "redirect.removed",
      subjectType: "redirect",
      subjectId: redirectId,
      before,
    });
    await bumpContentVersion(tx);
  });
}

async function lockRedirect(tx: Transaction, redirectId: number) {
  await lockRedirects(tx);
  const row = await tx.redirect.findUnique({
    where: { id: redirectId },
    select: { fromPath: true, toPath: true, status: true },
  });
  if (!row) throw new AppError("not-found", "There is no such redirect. Somebody may have removed it.");
  return row;
}

/** The rule as it is to be stored: checked against the other rules and the pages, its chain shortened. */
async function settled(tx: Transaction, rule: Rule, ownId: number | null): Promise<Rule> {
  await lockRedirects(tx);
  if ((await inhabited(tx, [rule.fromPath])).has(rule.fromPath)) {
    throw new InputError({ fromPath: ["has a page, which readers would go on seeing"] });
  }
  // What follows the kept rest of an address has no end that could be looked up.
  if (rule.toPath === null || rule.toPath.endsWith("/*")) return rule;
  const chain = await followRules(pathOfTarget(rule.toPath), (candidates) => ruleAmong(tx, candidates, ownId));
  if (chain.circular || chain.paths.some((path) => matches(rule.fromPath, path))) {
    throw new InputError({ toPath: ["leads back to the old address, in a circle"] });
  }
  const moved = chain.rules.length > 0 && chain.location !== null;
  return moved ? { ...rule, toPath: chain.location } : rule;
}

async function ruleAmong(tx: Transaction, candidates: string[], exceptId: number | null): Promise<RedirectRule | null> {
  const rows = await tx.redirect.findMany({
    where: { fromPath: { in: candidates }, ...(exceptId === null ? {} : { id: { not: exceptId } }) },
  });
  const first = candidates.map((path) => rows.find((row) => row.fromPath === path)).find((row) => row !== undefined);
  return first
    ? { redirectId: first.id, fromPath: first.fromPath, toPath: first.toPath, status: first.status as RedirectStatus }
    : null;
}

/** What led to the old address leads to the new one. */
async function leadOn(tx: Transaction, { fromPath, toPath }: Rule): Promise<void> {
  if (toPath === null || toPath.endsWith("/*")) return;
  await tx.redirect.updateMany({ where: { toPath: fromPath, NOT: { fromPath: toPath } }, data: { toPath } });
}
