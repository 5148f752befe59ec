"use server";
import { redirect } from "next/navigation";
import { deskPagePath, deskPagesPath } from "@/lib/desk-urls";
import { createPage, deletePage, restorePage, updatePage } from "@/lib/pages/commands";
import type { PageInput } from "@/lib/pages/schema";
import { deskAction } from "@/lib/web/desk-action";
import { inputErrorAt } from "@/lib/web/input-error-at";
import { readForm } from "@/lib/web/read-form";
import { readJsonField } from "@/lib/web/read-json-field";

function readPage(form: FormData): PageInput {
  const fields = readForm(form, {
    title: "text",
    slug: "text",
    excerpt: "text",
    seoDescription: "text?",
    noindex: "flag",
  });
  // What a browser sends is not typed; verbs check it.
  return { ...fields, body: readJsonField(form, "body") as PageInput["body"] };
}

export const createPageAction = deskAction(async (user, form) => {
  const { id } = await createPage(user, readPage(form));
  redirect(deskPagePath(id));
});

export const updatePageAction = deskAction((user, form) => {
  const reference = readForm(form, { id: "number", expectedVersion: "number" });
  return inputErrorAt("page.", () => updatePage(user, { ...reference, page: readPage(form) }));
}, "Saved. Readers see it now.");

export const restorePageAction = deskAction(
  (user, form) => restorePage(user, readForm(form, { id: "number", expectedVersion: "number", number: "number" })),
  "The earlier text is back.",
);

export const deletePageAction = deskAction(async (user, form) => {
  await deletePage(user, readForm(form, { id: "number", expectedVersion: "number" }));
  redirect(deskPagesPath);
});
