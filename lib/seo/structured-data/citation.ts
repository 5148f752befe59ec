import type { Book, CreativeWork, Report, ScholarlyArticle, WebPage } from "schema-dts";
import type { Citation } from "@/lib/richtext/citation";
import { citationUrl } from "@/lib/richtext/citation-format";

type CitedWork = Book | CreativeWork | Report | ScholarlyArticle | WebPage;

const kinds = {
  article: "ScholarlyArticle",
  book: "Book",
  report: "Report",
  // schema.org knows medical guidelines as recommendations and not as works.
  guideline: "CreativeWork",
  webpage: "WebPage",
} as const satisfies Record<Citation["type"], string>;

/** A work of the reference list: title, year, and where it is found (its DOI when it has one). */
export function citedWork(citation: Citation): CitedWork {
  const { type, title, year } = citation;
  const url = citationUrl(citation);
  return {
    "@type": kinds[type],
    name: title,
    ...(year === null ? {} : { datePublished: String(year) }),
    ...(url === null ? {} : { url }),
  };
}
