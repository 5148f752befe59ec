/** A reference list entry in a style close to APA's (7th edition), as parts that any output can mark up. */
import type { Citation } from "./citation";
import { formatAuthors } from "./citation-names";

export type CitationPart = { text: string; italic?: true; href?: string };

/** The entry in order; neighbouring parts join without a space between. */
export function citationParts(citation: Citation): CitationPart[] {
  const lead = leadParts(citation);
  const href = citationUrl(citation);
  const parts = [...lead, ...(isInJournal(citation) ? journalParts(citation) : publisherParts(citation))];
  return href === null ? parts : [...parts, { text: " " }, { text: href, href }];
}

/** The entry as words. */
export function citationText(citation: Citation): string {
  return citationParts(citation)
    .map(({ text }) => text)
    .join("");
}

/** Where the work can be found: its DOI when it has one, else its page. */
export function citationUrl({ doi, url }: Citation): string | null {
  return doi === null ? url : `https://doi.org/${encodeURI(doi)}`;
}

/** Who and when and what. APA puts the title first when nobody is named. */
function leadParts(citation: Citation): CitationPart[] {
  const date = `(${citation.year === null ? "n.d." : String(citation.year)}).`;
  const authors = formatAuthors(citation.authors);
  const title: CitationPart = { text: sentence(citation.title), ...(isInJournal(citation) ? {} : { italic: true }) };
  return authors === "" ? [title, { text: ` ${date}` }] : [{ text: `${sentence(authors)} ${date} ` }, title];
}

function isInJournal(citation: Citation): boolean {
  return citation.type === "article";
}

/** " *Psychotherapy*, *55*(4), 316–340." */
function journalParts({ container, volume, issue, pages }: Citation): CitationPart[] {
  if (!container) return [];
  const parts: CitationPart[] = [{ text: " " }, { text: container, italic: true }];
  if (volume) parts.push({ text: ", " }, { text: volume, italic: true });
  if (issue) parts.push({ text: volume ? `(${issue})` : `, (${issue})` });
  if (pages) parts.push({ text: `, ${pages.replace(/(?<=\d)-(?=[\dA-Za-z])/g, "–")}` });
  parts.push({ text: "." });
  return parts;
}

/** " Routledge." An organisation that publishes its own work is named once. */
function publisherParts({ authors, container, publisher }: Citation): CitationPart[] {
  const names = [container, publisher].filter((name) => name && !authors.includes(name));
  return names.length > 0 ? [{ text: ` ${sentence([...new Set(names)].join(", "))}` }] : [];
}

function sentence(text: string): string {
  return /[.?!]["”’)]?$/.test(text) ? text : `${text}.`;
}
