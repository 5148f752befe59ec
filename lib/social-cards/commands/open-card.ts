import { steadyMilliseconds } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { enqueueJob } from "@/lib/jobs/commands";
import { processWide } from "@/lib/process-wide";
import { openStorage } from "@/lib/storage/open-storage";
import type { StoredObject } from "@/lib/storage/storage";
import { cardKey, readCard } from "../card-address";
import { cardJob } from "../card-jobs";

/** Milliseconds in which a process does not queue the same card again. */
const quiet = 600_000;
/** Cards that are remembered for that. */
const mostRemembered = 1_000;

/**
 * The card behind an address that `socialCard` (lib/seo) has named. A request draws nothing: a card that is not there yet,
 * since the storage was emptied or the page is older than the queue's work for cards, is left to the queue. A visitor asks,
 * so there is no actor: the signature stands for the page that named the card.
 * @returns null for an address that this site has not signed, "queued" for a card that will be there soon
 * @throws AppError "unavailable" when storage or database fail
 */
export async function openSocialCard(signature: string, payload: string): Promise<StoredObject | "queued" | null> {
  if (!readCard(signature, payload)) return null;
  const kept = await openStorage(env().STORAGE_URL).get(cardKey(payload));
  if (kept) return kept;
  await queueOnce(payload);
  return "queued";
}

/** However many ask for it, the database hears of it now and then. */
async function queueOnce(payload: string): Promise<void> {
  const queued = processWide("queued-cards", () => new Map<string, number>());
  const key = cardKey(payload);
  const since = queued.get(key);
  if (since !== undefined && steadyMilliseconds() - since < quiet) return;
  remember(queued, key);
  try {
    await transaction((tx) => enqueueJob(tx, cardJob(payload)));
  } catch (error) {
    queued.delete(key);
    throw error;
  }
}

function remember(queued: Map<string, number>, key: string): void {
  queued.delete(key);
  queued.set(key, steadyMilliseconds());
  const [oldest] = queued.keys();
  if (oldest !== undefined && queued.size > mostRemembered) queued.delete(oldest);
}
