import { readerMetadata, readerPage } from "../../../../reader-page";
import { renderAuthor, authorMetadata } from "../../author-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { slug, n } = await params;
  return authorMetadata(slug, n);
});

export default readerPage(async ({ params }: Props) => {
  const { slug, n } = await params;
  return renderAuthor(slug, n);
});
