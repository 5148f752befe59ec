import { cache } from "react";
import { findPage } from "@/lib/pages/queries";
import { orNotFound } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../reader-page";
import { categoryMetadata, findCategory, renderCategory } from "./category-page";
import { renderStaticPage, staticPageMetadata } from "./static-page";

type Props = { params: Promise<{ category: string }> };

const readPage = cache(findPage);

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { category: slug } = await params;
  const category = await findCategory(slug);
  return category ? categoryMetadata(category, 1) : staticPageMetadata(await orNotFound(readPage(slug)));
});

/** An address of one part: a category first, else a static page. */
export default readerPage(async ({ params }: Props) => {
  const { category: slug } = await params;
  const category = await findCategory(slug);
  return category ? renderCategory(category, 1) : renderStaticPage(await orNotFound(readPage(slug)));
});
