import { readerMetadata, readerPage } from "../../reader-page";
import { renderAuthor, authorMetadata } from "./author-page";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = readerMetadata(async ({ params }: Props) => authorMetadata((await params).slug, "1"));

export default readerPage(async ({ params }: Props) => renderAuthor((await params).slug, "1"));
