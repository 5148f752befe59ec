"use server";
import { deleteManyMedia, deleteMedia } from "@/lib/media/commands/delete-media";
import { createMediaFolder, deleteMediaFolder, updateMediaFolder } from "@/lib/media/commands/media-folders";
import { moveMedia, updateMedia } from "@/lib/media/commands/update-media";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const saveMediaAction = deskAction(
  (user, form) =>
    updateMedia(
      user,
      readForm(form, {
        mediaId: "number",
        alt: "text",
        decorative: "flag",
        credit: "text?",
        folderId: "number?",
        focalX: "number",
        focalY: "number",
      }),
    ),
  "Saved.",
);

export const deleteMediaAction = deskAction(
  (user, form) => deleteMedia(user, readForm(form, { mediaId: "number" })),
  "The picture is deleted.",
);

export const deleteManyMediaAction = deskAction(
  (user, form) => deleteManyMedia(user, readForm(form, { mediaIds: "numbers" })),
  (outcomes) => `${String(outcomes.filter(({ problem }) => problem === null).length)} deleted.`,
);

export const moveMediaAction = deskAction(
  (user, form) => moveMedia(user, readForm(form, { mediaIds: "numbers", folderId: "number?" })),
  (outcomes) => `${String(outcomes.filter(({ problem }) => problem === null).length)} moved.`,
);

export const createFolderAction = deskAction(
  (user, form) => createMediaFolder(user, readForm(form, { name: "text", parentId: "number?" })),
  "The folder is there.",
);

export const updateFolderAction = deskAction(
  (user, form) => updateMediaFolder(user, readForm(form, { folderId: "number", name: "text", parentId: "number?" })),
  "Saved.",
);

export const deleteFolderAction = deskAction(
  (user, form) => deleteMediaFolder(user, readForm(form, { folderId: "number" })),
  "The folder is deleted.",
);
