"use server";
import { createRedirect, deleteRedirect, updateRedirect } from "@/lib/redirects/commands/edit-redirects";
import { importRedirects } from "@/lib/redirects/commands/import-redirects";
import type { RedirectInput } from "@/lib/redirects/schema";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

const shape = { fromPath: "text", toPath: "text?", status: "number" } as const;

export const createRedirectAction = deskAction(
  (user, form) => createRedirect(user, readForm(form, shape) as RedirectInput),
  "The redirect is there.",
);

export const updateRedirectAction = deskAction(
  (user, form) =>
    updateRedirect(user, { ...readForm(form, { redirectId: "number" }), ...(readForm(form, shape) as RedirectInput) }),
  "Saved.",
);

export const deleteRedirectAction = deskAction(
  (user, form) => deleteRedirect(user, readForm(form, { redirectId: "number" })),
  "The redirect is deleted.",
);

export const importRedirectsAction = deskAction(async (user, form) => {
  const file = form.get("file");
  const csv = file instanceof File && file.size > 0 ? await file.text() : readForm(form, { csv: "text" }).csv;
  return importRedirects(user, { csv });
});
