import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { whenThereIsRoom } from "@/lib/media/processing-gate";
import { processWide } from "@/lib/process-wide";
import { openStorage } from "@/lib/storage/open-storage";
import type { StoredObject } from "@/lib/storage/storage";
import { cardKey, readCard, type SocialCard } from "./card-address";

/**
 * The card behind an address that `socialCard` (lib/seo) has named. Kept ones are read; one that is asked for the first time
 * is drawn and kept, once however many ask at the same time and of however many instances. A visitor asks, so there is no
 * actor: the signature stands for the page that named the card.
 * @returns null for an address that this site has not signed
 * @throws AppError "unavailable" when storage or database fail
 */
export async function openSocialCard(signature: string, payload: string): Promise<StoredObject | null> {
  const card = readCard(signature, payload);
  if (!card) return null;
  const key = cardKey(payload);
  const kept = await openStorage(env().STORAGE_URL).get(key);
  if (kept) return kept;
  await drawOnce(key, card);
  return openStorage(env().STORAGE_URL).get(key);
}

/** Requests of this process that want the same card wait for one drawing. */
function drawOnce(key: string, card: SocialCard): Promise<void> {
  const underWay = processWide("social-cards", () => new Map<string, Promise<void>>());
  const present = underWay.get(key);
  if (present) return present;
  const drawing = whenThereIsRoom(() => drawAndKeep(key, card)).finally(() => underWay.delete(key));
  underWay.set(key, drawing);
  return drawing;
}

/** Instances that want the same card wait for each other at a lock of the database; the later find it drawn. */
function drawAndKeep(key: string, card: SocialCard): Promise<void> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const storage = openStorage(env().STORAGE_URL);
    if (await storage.has(key)) return;
    // Fonts and the drawing are loaded by who draws, not by every page that names a card.
    const { drawCard } = await import("./draw-card");
    await storage.put(key, await drawCard(card), "image/png");
  });
}
