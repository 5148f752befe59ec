import { readerPage } from "../../reader-page";
import { renderTag } from "./tag-page";

type Props = { params: Promise<{ slug: string }> };

export default readerPage(async ({ params }: Props) => renderTag((await params).slug, "1"));
