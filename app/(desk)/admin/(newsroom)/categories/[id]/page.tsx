import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CategoryScreen } from "@/components/desk/categories/category-screen";
import { categoryTree, selfAndDescendants } from "@/lib/taxonomy/policy";
import { listCategories } from "@/lib/taxonomy/queries";
import { deskPage } from "../../desk-page";
import { numberOrNotFound } from "../../read-address";
import { deleteCategoryAction, mergeCategoriesAction, updateCategoryAction } from "../actions";

export const metadata: Metadata = { title: "Category" };

type Props = { params: Promise<{ id: string }> };

export default deskPage(async (user, { params }: Props) => {
  const id = numberOrNotFound((await params).id);
  const categories = await listCategories(user);
  const category = categories.find((candidate) => candidate.id === id) ?? notFound();
  const own = selfAndDescendants(categories, id);
  const tree = categoryTree(categories);
  return (
    <CategoryScreen
      category={category}
      parents={tree.filter((candidate) => !own.has(candidate.id))}
      others={tree.filter((candidate) => candidate.id !== id)}
      actions={{ save: updateCategoryAction, merge: mergeCategoriesAction, remove: deleteCategoryAction }}
    />
  );
});
