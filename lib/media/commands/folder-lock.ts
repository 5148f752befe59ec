/** Folders inside a transaction. Private to the verbs of this folder. */
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Keeps a folder from being deleted until the transaction ends. @throws AppError "not-found"; null is the top, always there */
export async function refuseMissingFolder(tx: Pick<Transaction, "$queryRaw">, folderId: number | null): Promise<void> {
  if (folderId === null) return;
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM media_folder WHERE id = ${folderId} FOR KEY SHARE`;
  if (rows.length === 0) throw new AppError("not-found", "There is no such folder.");
}

/**
 * Lets one transaction at a time change the tree. Two moves at once could put two folders into each other, which the
 * database's own check, looking at one of them, would not see.
 */
export async function lockFolderTree(tx: Transaction): Promise<void> {
  await tx.$executeRaw`LOCK TABLE media_folder IN SHARE ROW EXCLUSIVE MODE`;
}
