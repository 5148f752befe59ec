import { findPage } from "@/lib/pages/queries";
import { orNotFound } from "@/lib/web/or-not-found";
import { readerPage } from "../reader-page";
import { findCategory, renderCategory } from "./category-page";
import { renderStaticPage } from "./static-page";

type Props = { params: Promise<{ category: string }> };

/** An address of one part: a category first, else a static page. */
export default readerPage(async ({ params }: Props) => {
  const { category: slug } = await params;
  const category = await findCategory(slug);
  return category ? renderCategory(category, 1) : renderStaticPage(await orNotFound(findPage(slug)));
});
