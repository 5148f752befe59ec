import type { Touched } from "@/lib/content-version/types";
import type { Transaction } from "@/lib/db/client";
import { enqueueJob } from "@/lib/jobs/commands";
import { allCardsJob, cardsJob } from "../card-jobs";

/** Addresses of one job; a change that names more is looked for on all pages. */
const mostPaths = 300;

/**
 * Has the cards drawn that a change's pages name, when and if the transaction commits: the picture is there when the first
 * network asks for it. What comes by time is drawn when it is planned.
 */
export async function queueCards(tx: Transaction, { paths, foremost = [], cards = [] }: Touched): Promise<void> {
  const named = cards === "all" ? [] : [...new Set([...paths, ...foremost, ...cards])];
  if (cards === "all" || named.length > mostPaths) await queueAllCards(tx);
  else if (named.length > 0) await enqueueJob(tx, cardsJob(named));
}

/** Has all cards drawn that are missing. */
export async function queueAllCards(tx: Transaction): Promise<void> {
  await enqueueJob(tx, allCardsJob(null));
}
