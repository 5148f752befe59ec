import { parsePageNumber } from "@/lib/pagination";
import { orNotFound } from "@/lib/web/or-not-found";
import { readerPage } from "../../../reader-page";
import { findCategory, renderCategory } from "../../category-page";

type Props = { params: Promise<{ category: string; n: string }> };

export default readerPage(async ({ params }: Props) => {
  const { category, n } = await params;
  return renderCategory(await orNotFound(findCategory(category)), parsePageNumber(n));
});
