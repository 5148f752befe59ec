import { queuePurge } from "@/lib/cdn/commands/queue-purge";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { afterCommit } from "@/lib/db/transaction";
import { noteChanges } from "@/lib/hooks/commands/note-changes";
import { queueCards } from "@/lib/social-cards/commands/queue-cards";
import { tellListeners } from "./listeners";
import type { Touched } from "./types";

/** Channel on which every instance hears of a change. */
export const contentChannel = "content_changed";
/** Postgres refuses a notification of 8000 bytes or more (NOTIFY). */
const longestPayload = 7_900;

/**
 * Raises the content version and tells all instances, when and if the transaction commits: this process before the
 * verb returns, the others by a notification. What hubs and search engines are to hear of, the CDN to drop and the queue to
 * draw, is noted with it. Changes take turns from here to the end of their transaction: call it last.
 * @returns the new version
 */
export async function bumpContentVersion(tx: Transaction, touched: Touched = { paths: [] }): Promise<bigint> {
  const { version } = await tx.contentVersion.update({
    where: { id: 1 },
    data: { version: { increment: 1 }, changedAt: now() },
    select: { version: true },
  });
  await noteChanges(tx, touched);
  await queuePurge(tx, touched.paths);
  await queueCards(tx, touched);
  afterCommit(tx, () => {
    tellListeners({ version: Number(version), paths: touched.paths });
  });
  await tx.$executeRaw`SELECT pg_notify(${contentChannel}, ${payload(version, touched.paths)})`;
  return version;
}

function payload(version: bigint, paths: string[]): string {
  const text = JSON.stringify({ version: Number(version), paths });
  // Too long to send: name nothing, which means everything.
  return Buffer.byteLength(text) < longestPayload ? text : JSON.stringify({ version: Number(version), paths: [] });
}
