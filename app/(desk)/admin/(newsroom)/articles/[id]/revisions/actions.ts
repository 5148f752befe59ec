"use server";
import { restoreRevision } from "@/lib/articles/commands/restore-revision";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const restore = deskAction(
  async (user, form) => {
    const { notRestored } = await restoreRevision(
      user,
      readForm(form, { articleId: "number", expectedVersion: "number", number: "number" }),
    );
    return { notRestored };
  },
  ({ notRestored }) => (notRestored.length === 0 ? "Restored as the working copy." : "Restored, but not everything."),
);
