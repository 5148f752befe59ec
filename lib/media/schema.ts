/** What may be said about a picture and its folder. */
import path from "node:path";
import { z } from "zod";

/** Postgres's integer. */
const id = z.number().int().positive().max(2_147_483_647);

/** Pictures that one request may move or delete: ten pages of the library, a minute of work. */
const mostAtOnce = 500;

/** A file's own name, without the folders that some browsers send along and without characters nobody can see. */
const originalName = z
  .string()
  .max(1000)
  .transform((name) => path.posix.basename(name.replaceAll("\\", "/").replace(/\p{C}/gu, "")).trim())
  .pipe(z.string().min(1, "is missing").max(255));

const details = {
  alt: z.string().trim().max(500),
  decorative: z.boolean(),
  credit: z.string().trim().max(200).nullable(),
  folderId: id.nullable(),
};

export const uploadDetailsInput = z.object({
  originalName,
  alt: details.alt.default(""),
  decorative: details.decorative.default(false),
  credit: details.credit.default(null),
  folderId: details.folderId.default(null),
});
export type UploadDetailsInput = z.input<typeof uploadDetailsInput>;

export const uploadInput = uploadDetailsInput.extend({ bytes: z.instanceof(Buffer) });
export type UploadInput = z.input<typeof uploadInput>;

/** What is left out stays as it is. */
export const updateMediaInput = z.object({
  mediaId: id,
  alt: details.alt.optional(),
  decorative: details.decorative.optional(),
  credit: details.credit.optional(),
  folderId: details.folderId.optional(),
  /** The part that must stay in view when the picture is cropped: 0..1 from the left and the top. */
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
});
export type UpdateMediaInput = z.input<typeof updateMediaInput>;

export const moveMediaInput = z.object({ mediaIds: z.array(id).min(1).max(mostAtOnce), folderId: id.nullable() });
export type MoveMediaInput = z.input<typeof moveMediaInput>;

export const replaceDetailsInput = z.object({ mediaId: id, originalName });
export type ReplaceDetailsInput = z.input<typeof replaceDetailsInput>;

export const replaceMediaInput = replaceDetailsInput.extend({ bytes: z.instanceof(Buffer) });
export type ReplaceMediaInput = z.input<typeof replaceMediaInput>;

export const deleteMediaInput = z.object({ mediaId: id });
export type DeleteMediaInput = z.input<typeof deleteMediaInput>;

export const deleteManyMediaInput = z.object({ mediaIds: z.array(id).min(1).max(mostAtOnce) });
export type DeleteManyMediaInput = z.input<typeof deleteManyMediaInput>;

const folderName = z
  .string()
  .trim()
  .min(1, "is missing")
  .max(80)
  .regex(/^[^/\p{C}]*$/u, "has no slashes");

export const createMediaFolderInput = z.object({ name: folderName, parentId: id.nullable().default(null) });
export type CreateMediaFolderInput = z.input<typeof createMediaFolderInput>;

/** What is left out stays as it is. */
export const updateMediaFolderInput = z.object({
  folderId: id,
  name: folderName.optional(),
  parentId: id.nullable().optional(),
});
export type UpdateMediaFolderInput = z.input<typeof updateMediaFolderInput>;

export const deleteMediaFolderInput = z.object({ folderId: id });
export type DeleteMediaFolderInput = z.input<typeof deleteMediaFolderInput>;

export const mediaFilterInput = z.object({
  /** A folder with everything below it; null for what lies in no folder; left out, the whole library. */
  folderId: id.nullable().optional(),
  /** Each word must occur in the file's name, the alternative text or the credit, also inside another word. */
  search: z.string().trim().max(200).default(""),
  /** Only what nothing uses, also no earlier version of an article. */
  unused: z.boolean().default(false),
});
export type MediaFilterInput = z.input<typeof mediaFilterInput>;

/** Where a stretch of the library goes on: behind the picture of this moment (milliseconds since 1970) and id. */
export const mediaCursor = z
  .string()
  .regex(/^\d{1,14}-\d{1,10}$/, "is not a place in the library")
  .transform((text) => text.split("-").map(Number))
  .pipe(z.tuple([z.number(), id]))
  .transform(([moment, mediaId]) => ({ createdAt: new Date(moment), mediaId }));
