"use server";
import { redirect } from "next/navigation";
import { deskCategoriesPath, deskCategoryPath } from "@/lib/desk-urls";
import { deleteCategory, mergeCategories, orderCategories, updateCategory } from "@/lib/taxonomy/category-commands";
import { createCategory } from "@/lib/taxonomy/commands";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const createCategoryAction = deskAction(async (user, form) => {
  const input = readForm(form, {
    name: "text",
    slug: "text",
    description: "text",
    parentId: "number?",
    position: "number",
  });
  redirect(deskCategoryPath(await createCategory(user, input)));
});

export const updateCategoryAction = deskAction((user, form) => {
  const { id, expectedVersion } = readForm(form, { id: "number", expectedVersion: "number" });
  const fields = readForm(form, {
    "category.name": "text",
    "category.slug": "text",
    "category.description": "text",
    "category.parentId": "number?",
  });
  const category = {
    name: fields["category.name"],
    slug: fields["category.slug"],
    description: fields["category.description"],
    parentId: fields["category.parentId"],
  };
  return updateCategory(user, { id, expectedVersion, category });
}, "Saved.");

export const orderCategoriesAction = deskAction(
  (user, form) => orderCategories(user, readForm(form, { ids: "numbers" })),
  "The new order is saved.",
);

export const mergeCategoriesAction = deskAction(async (user, form) => {
  const input = readForm(form, { fromId: "number", expectedVersion: "number", intoId: "number" });
  await mergeCategories(user, input);
  redirect(deskCategoryPath(input.intoId));
});

export const deleteCategoryAction = deskAction(async (user, form) => {
  await deleteCategory(user, readForm(form, { id: "number", expectedVersion: "number" }));
  redirect(deskCategoriesPath);
});
