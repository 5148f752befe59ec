import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now, steadyMilliseconds } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { citationsSchema } from "@/lib/richtext/citation";
import { documentSchema } from "@/lib/richtext/schema";
import { checkAddress } from "./check-address";
import { publicNetwork, type Network } from "./network";
import { resultLifetimeDays, type LinkResult } from "./policy";
import { linkTargets } from "./targets";

/** Requests at the same time. */
const atOnce = 6;
/** Links of one article that are asked for; nobody writes more. */
const mostLinks = 300;
/** Milliseconds after which no further link is begun, so that the editor gets an answer. */
const patience = 60_000;

export type LinkCheckReport = { checked: number; dead: number; unclear: number };

/**
 * Asks every external link of an article's working copy, its references included, whether it leads somewhere, and keeps the
 * answers for a week. Takes as long as the slowest server, a minute and a half at most.
 * @throws AppError "forbidden", "invalid", "not-found"
 */
export function checkLinks(actor: Actor, articleId: number): Promise<LinkCheckReport> {
  return checkLinksOn(publicNetwork, actor, articleId);
}

/** The same in a network of one's choice, for tests against a server on this machine. */
export async function checkLinksOn(network: Network, actor: Actor, articleId: number): Promise<LinkCheckReport> {
  authorise(actor, "article.read");
  const id = parseInput(z.number().int().positive(), articleId);
  const select = { body: true, citations: true } as const;
  const article = await database().article.findUnique({ where: { id }, select });
  if (!article) throw new AppError("not-found", "There is no such article.");
  const copy = { body: documentSchema.parse(article.body), citations: citationsSchema.parse(article.citations) };
  const { external } = linkTargets(copy, env().SITE_URL);
  const results = await checkAll(external.slice(0, mostLinks), network);
  await keep(id, results);
  const count = (outcome: LinkResult["outcome"]): number =>
    [...results.values()].filter((result) => result.outcome === outcome).length;
  return { checked: results.size, dead: count("dead"), unclear: count("unclear") };
}

async function checkAll(urls: string[], network: Network): Promise<Map<string, LinkResult>> {
  const results = new Map<string, LinkResult>();
  const waiting = [...urls];
  const deadline = steadyMilliseconds() + patience;
  const worker = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const late = steadyMilliseconds() > deadline;
      results.set(url, late ? notReached : await checkAddress(url, network));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

const notReached: LinkResult = {
  outcome: "unclear",
  status: null,
  error: "There was no time left to ask; check again.",
};

/** Replaces what was known of the article's links, and forgets what is too old to count. */
async function keep(articleId: number, results: ReadonlyMap<string, LinkResult>): Promise<void> {
  const checkedAt = now();
  const data = [...results].map(([url, result]) => ({ articleId, url, checkedAt, ...result }));
  await transaction(async (tx) => {
    // Two checks of one article at the same time take turns here.
    const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM article WHERE id = ${articleId} FOR UPDATE`;
    if (rows.length === 0) throw new AppError("not-found", "There is no such article.");
    const tooOld = new Date(checkedAt.getTime() - resultLifetimeDays * 86_400_000);
    await tx.$executeRaw`DELETE FROM link_check WHERE (article_id, url) IN (
      SELECT article_id, url FROM link_check WHERE checked_at <= ${tooOld} FOR UPDATE SKIP LOCKED)`;
    await tx.linkCheck.deleteMany({ where: { articleId } });
    await tx.linkCheck.createMany({ data });
  });
}
