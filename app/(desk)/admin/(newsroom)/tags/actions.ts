"use server";
import { redirect } from "next/navigation";
import { deskTagPath, deskTagsPath } from "@/lib/desk-urls";
import { createTag } from "@/lib/taxonomy/commands";
import { deleteTag, mergeTags, updateTag } from "@/lib/taxonomy/tag-commands";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const createTagAction = deskAction((user, form) => {
  const { name, slug, description } = readForm(form, { name: "text", slug: "text?", description: "text" });
  return createTag(user, { name, description, ...(slug ? { slug } : {}) });
}, "The tag is there.");

export const updateTagAction = deskAction((user, form) => {
  const { id, expectedVersion } = readForm(form, { id: "number", expectedVersion: "number" });
  const fields = readForm(form, { "tag.name": "text", "tag.slug": "text", "tag.description": "text" });
  const tag = { name: fields["tag.name"], slug: fields["tag.slug"], description: fields["tag.description"] };
  return updateTag(user, { id, expectedVersion, tag });
}, "Saved.");

export const mergeTagsAction = deskAction(async (user, form) => {
  const input = readForm(form, { fromId: "number", expectedVersion: "number", intoId: "number" });
  await mergeTags(user, input);
  redirect(deskTagPath(input.intoId));
});

export const deleteTagAction = deskAction(async (user, form) => {
  await deleteTag(user, readForm(form, { id: "number", expectedVersion: "number" }));
  redirect(deskTagsPath);
});
