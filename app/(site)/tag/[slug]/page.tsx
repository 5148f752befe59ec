import { readerMetadata, readerPage } from "../../reader-page";
import { renderTag, tagMetadata } from "./tag-page";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = readerMetadata(async ({ params }: Props) => tagMetadata((await params).slug, "1"));

export default readerPage(async ({ params }: Props) => renderTag((await params).slug, "1"));
