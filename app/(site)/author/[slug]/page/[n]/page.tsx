import { readerPage } from "../../../../reader-page";
import { renderAuthor } from "../../author-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export default readerPage(async ({ params }: Props) => {
  const { slug, n } = await params;
  return renderAuthor(slug, n);
});
