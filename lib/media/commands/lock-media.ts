import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * Reads a picture and keeps others from changing, deleting, or newly using it until the transaction ends: whoever saves
 * a text or cover with it waits (the foreign keys and triggers need the row), and what was saved before is visible to the
 * statements that follow. Private to the verbs of this folder.
 * @throws AppError "not-found"
 */
export async function lockMedia(tx: Transaction, mediaId: number) {
  await tx.$queryRaw`SELECT id FROM media WHERE id = ${mediaId} FOR UPDATE`;
  const row = await tx.media.findUnique({ where: { id: mediaId } });
  if (!row) throw new AppError("not-found", "There is no such picture.");
  return row;
}

export type MediaRow = Awaited<ReturnType<typeof lockMedia>>;
