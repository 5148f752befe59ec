import { readerMetadata, readerPage } from "../../../../reader-page";
import { renderTag, tagMetadata } from "../../tag-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { slug, n } = await params;
  return tagMetadata(slug, n);
});

export default readerPage(async ({ params }: Props) => {
  const { slug, n } = await params;
  return renderTag(slug, n);
});
