/** A context for renditions in tests: pictures 1 to 4 exist, as randomDocument names them. */
import { helpline } from "@/lib/helplines/testing/helpline";
import { citationsSchema } from "../citation";
import type { RenditionContext } from "../renditions/context";

export const renditionContext: RenditionContext = {
  pageUrl: "https://magazine.example/news/a-piece",
  siteUrl: "https://magazine.example",
  pictures: new Map(
    [1, 2, 3, 4].map((id) => [
      id,
      { src: `https://magazine.example/media/${String(id)}.jpg`, width: 1280, height: 720, credit: "A library" },
    ]),
  ),
  citations: citationsSchema.parse([
    {
      id: "a-2001",
      type: "article",
      title: "On <things> & others",
      authors: ["Ames, Ann"],
      year: 2001,
      container: "Journal",
      volume: "5",
      doi: "10.1037/pst0000172",
    },
    { id: "b-2002", type: "book", title: "A book", authors: ["Berg, Bo"], year: 2002, publisher: "Routledge" },
  ]),
  helplines: [helpline("us", "US"), helpline("gb", "GB"), helpline("ie", "IE")],
};
