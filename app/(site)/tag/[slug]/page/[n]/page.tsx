import { readerPage } from "../../../../reader-page";
import { renderTag } from "../../tag-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export default readerPage(async ({ params }: Props) => {
  const { slug, n } = await params;
  return renderTag(slug, n);
});
