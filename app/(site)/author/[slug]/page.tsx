import { readerPage } from "../../reader-page";
import { renderAuthor } from "./author-page";

type Props = { params: Promise<{ slug: string }> };

export default readerPage(async ({ params }: Props) => renderAuthor((await params).slug, "1"));
