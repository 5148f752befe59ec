import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import {
  createMediaFolderInput,
  deleteMediaFolderInput,
  updateMediaFolderInput,
  type CreateMediaFolderInput,
  type DeleteMediaFolderInput,
  type UpdateMediaFolderInput,
} from "../schema";
import { lockFolderTree, refuseMissingFolder } from "./folder-lock";

/** Adds a folder. @returns its id @throws AppError "forbidden", "invalid", "not-found"; "conflict" for a name that is taken */
export function createMediaFolder(actor: Actor, input: CreateMediaFolderInput): Promise<number> {
  authorise(actor, "media.edit");
  const data = parseInput(createMediaFolderInput, input);
  return transaction(async (tx) => {
    await lockFolderTree(tx);
    await refuseMissingFolder(tx, data.parentId);
    await refuseTakenName(tx, data, null);
    const { id } = await tx.mediaFolder.create({ data, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "media-folder.created",
      subjectType: "media-folder",
      subjectId: id,
      after: data,
    });
    return id;
  });
}

/**
 * Renames or moves a folder with everything in it.
 * @throws AppError "forbidden", "invalid" also for a move into itself, "not-found"; "conflict" for a name that is taken
 */
export function updateMediaFolder(actor: Actor, input: UpdateMediaFolderInput): Promise<void> {
  authorise(actor, "media.edit");
  const { folderId, ...given } = parseInput(updateMediaFolderInput, input);
  return transaction(async (tx) => {
    await lockFolderTree(tx);
    const before = await findFolder(tx, folderId);
    const after = {
      name: given.name ?? before.name,
      parentId: given.parentId === undefined ? before.parentId : given.parentId,
    };
    await refuseMissingFolder(tx, after.parentId);
    await refuseLoop(tx, folderId, after.parentId);
    await refuseTakenName(tx, after, folderId);
    await tx.mediaFolder.update({ where: { id: folderId }, data: after, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "media-folder.updated",
      subjectType: "media-folder",
      subjectId: folderId,
      before,
      after,
    });
  });
}

/** Removes an empty folder. @throws AppError "forbidden", "invalid", "not-found"; "conflict" while something is in it */
export function deleteMediaFolder(actor: Actor, input: DeleteMediaFolderInput): Promise<void> {
  authorise(actor, "media.edit");
  const { folderId } = parseInput(deleteMediaFolderInput, input);
  return transaction(async (tx) => {
    await lockFolderTree(tx);
    // Waits for uploads that are putting a picture in here.
    await tx.$queryRaw`SELECT id FROM media_folder WHERE id = ${folderId} FOR UPDATE`;
    const before = await findFolder(tx, folderId);
    const pictures = await tx.media.count({ where: { folderId } });
    const folders = await tx.mediaFolder.count({ where: { parentId: folderId } });
    if (pictures + folders > 0) {
      throw new AppError(
        "conflict",
        `The folder still holds ${String(pictures)} pictures and ${String(folders)} folders. Move them first.`,
      );
    }
    await tx.mediaFolder.delete({ where: { id: folderId }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "media-folder.deleted",
      subjectType: "media-folder",
      subjectId: folderId,
      before,
    });
  });
}

async function findFolder(tx: Transaction, id: number): Promise<{ name: string; parentId: number | null }> {
  const row = await tx.mediaFolder.findUnique({ where: { id }, select: { name: true, parentId: true } });
  if (!row) throw new AppError("not-found", "There is no such folder.");
  return row;
}

/** Holds because of lockFolderTree; the database's unique index is the second line. */
async function refuseTakenName(
  tx: Transaction,
  folder: { name: string; parentId: number | null },
  self: number | null,
): Promise<void> {
  const neighbours = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM media_folder
    WHERE coalesce(parent_id, 0) = ${folder.parentId ?? 0} AND lower(name) = lower(${folder.name})`;
  if (neighbours.some(({ id }) => id !== self)) {
    throw new AppError("conflict", `There is a folder “${folder.name}” here already.`);
  }
}

async function refuseLoop(tx: Transaction, folderId: number, parentId: number | null): Promise<void> {
  const ancestors = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE ancestor AS (
      SELECT ${parentId}::int AS id
      UNION SELECT f.parent_id FROM media_folder f JOIN ancestor ON f.id = ancestor.id
    ) SELECT id FROM ancestor WHERE id = ${folderId}`;
  if (ancestors.length > 0) throw new AppError("invalid", "A folder can't be moved into itself.");
}
