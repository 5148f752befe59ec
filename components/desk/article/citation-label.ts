import type { CitationLabel } from "@/components/desk/editor/schema/reference-numbers";
import type { Citation } from "@/lib/richtext/citation";

/** How the editor of the text names a work: who, when, what. */
export function citationLabel({ id, authors, year, title }: Citation): CitationLabel {
  const [first] = authors;
  const who = first ? `${first.split(",")[0] ?? first}${authors.length > 1 ? " et al." : ""}` : "";
  return { id, label: [who, year === null ? "" : `(${String(year)})`, title].filter(Boolean).join(" ") };
}
