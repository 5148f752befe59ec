import { parsePageNumber } from "@/lib/pagination";
import { orNotFound } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../../../reader-page";
import { categoryMetadata, findCategory, renderCategory } from "../../category-page";

type Props = { params: Promise<{ category: string; n: string }> };

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { category, n } = await params;
  return categoryMetadata(await orNotFound(findCategory(category)), parsePageNumber(n));
});

export default readerPage(async ({ params }: Props) => {
  const { category, n } = await params;
  return renderCategory(await orNotFound(findCategory(category)), parsePageNumber(n));
});
