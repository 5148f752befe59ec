import type { Metadata } from "next";
import { cache, type ReactElement } from "react";
import { findPage } from "@/lib/pages/queries";
import { orNotFound } from "@/lib/web/or-not-found";
import { categoryMetadata, CategoryPage, findCategory } from "./category-page";
import { StaticPage, staticPageMetadata } from "./static-page";

type Props = { params: Promise<{ category: string }> };

const readPage = cache(findPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category: slug } = await params;
  const category = await findCategory(slug);
  return category ? categoryMetadata(category, 1) : staticPageMetadata(await orNotFound(readPage(slug)));
}

/** An address of one part: a category first, else a static page. */
export default async function OnePartPage({ params }: Props): Promise<ReactElement> {
  const { category: slug } = await params;
  const category = await findCategory(slug);
  return category ? <CategoryPage category={category} page={1} /> : <StaticPage page={await orNotFound(readPage(slug))} />;
}
