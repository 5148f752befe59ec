import type { Metadata } from "next";
import { CategoriesScreen } from "@/components/desk/categories/categories-screen";
import { categoryTree } from "@/lib/taxonomy/policy";
import { listCategories } from "@/lib/taxonomy/queries";
import { deskPage } from "../desk-page";
import { createCategoryAction, orderCategoriesAction } from "./actions";

export const metadata: Metadata = { title: "Categories" };

export default deskPage(async (user) => (
  <CategoriesScreen
    categories={categoryTree(await listCategories(user))}
    actions={{ create: createCategoryAction, order: orderCategoriesAction }}
  />
));
