import type { Metadata } from "next";
import type { ReactElement } from "react";
import { parsePageNumber } from "@/lib/pagination";
import { orNotFound } from "@/lib/web/or-not-found";
import { categoryMetadata, CategoryPage, findCategory } from "../../category-page";

type Props = { params: Promise<{ category: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, n } = await params;
  return categoryMetadata(await orNotFound(findCategory(category)), parsePageNumber(n) ?? 1);
}

export default async function NumberedCategoryPage({ params }: Props): Promise<ReactElement> {
  const { category, n } = await params;
  return <CategoryPage category={await orNotFound(findCategory(category))} page={parsePageNumber(n)} />;
}
