/** The queue's work: draws what pages name and is not kept yet. Done twice it does no harm. */
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { enqueueJob } from "@/lib/jobs/commands";
import { whenThereIsRoom } from "@/lib/media/processing-gate";
import { inPictureProcess } from "@/lib/picture-process/in-picture-process";
import { openStorage } from "@/lib/storage/open-storage";
import { cardIn, cardKey, payloadOf } from "../card-address";
import { allCardsJob } from "../card-jobs";
import { cardsAt, cardsOfArticles, cardsOfLists } from "../queries";

/**
 * Draws the cards that the pages at these addresses name, now or from a planned moment on.
 * @throws AppError "unavailable": the job is tried again, and draws what is left
 */
export async function drawCardsAt(paths: readonly string[], signal: AbortSignal): Promise<void> {
  await drawMissing((await cardsAt(paths)).map(payloadOf), signal);
}

/** Draws one card. @param payload of its address @throws AppError "unavailable" */
export function drawCardOf(payload: string, signal: AbortSignal): Promise<void> {
  return drawMissing([payload], signal);
}

/**
 * Draws the cards of every page, in steps: each is a job that queues the next, so that what is interrupted goes on there.
 * @param after the version of an article up to which it is done; null before the first, for the pages that are no articles
 * @throws AppError "unavailable"
 */
export async function drawAllCards(after: number | null, signal: AbortSignal): Promise<void> {
  const { cards, last } = after === null ? { cards: await cardsOfLists(), last: 0 } : await cardsOfArticles(after);
  await drawMissing(cards.map(payloadOf), signal);
  if (last !== null) await transaction((tx) => enqueueJob(tx, allCardsJob(last)));
}

async function drawMissing(payloads: readonly string[], signal: AbortSignal): Promise<void> {
  for (const payload of new Set(payloads)) {
    signal.throwIfAborted();
    const isKept = await openStorage(env().STORAGE_URL).has(cardKey(payload));
    if (!isKept) await whenThereIsRoom(() => drawAndKeep(payload));
  }
}

/** Instances that want the same card wait for each other at a lock of the database; the later find it drawn. */
function drawAndKeep(payload: string): Promise<void> {
  const key = cardKey(payload);
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const storage = openStorage(env().STORAGE_URL);
    if (await storage.has(key)) return;
    await storage.put(key, await inPictureProcess("drawCard", cardIn(payload)), "image/png");
  });
}
