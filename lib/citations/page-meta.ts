/** What a web page says about itself in its head, as a suggestion for a reference. Pure. */
import sanitizeHtml from "sanitize-html";
import { citationSchema, type Citation } from "@/lib/richtext/citation";
import { citationKey } from "./citation-key";
import { plainWords } from "./plain-words";

type Meta = { title: string | null; values: ReadonlyMap<string, string[]> };

/**
 * Reads the tags that scholarly search engines ask publishers for (citation_*, as Google Scholar's inclusion guidelines
 * list them), then Open Graph, then the title.
 * @param url where the page was found in the end
 * @returns null when the page has no title
 */
export function citationFromPage(html: string, url: string, taken: readonly string[] = []): Citation | null {
  const meta = readMeta(html);
  const first = (...names: string[]): string | undefined =>
    names
      .map((name) => meta.values.get(name)?.find((value) => value.trim() !== ""))
      .find((value) => value !== undefined);
  const title = plainWords(first("citation_title", "dc.title", "og:title") ?? meta.title ?? undefined, 500);
  if (title === null) return null;
  const journal = plainWords(first("citation_journal_title"), 300);
  const doi = citationSchema.shape.doi.safeParse(
    first("citation_doi", "dc.identifier")?.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, ""),
  );
  const fields = {
    type: typeOf(first, journal),
    title,
    authors: authorsOf(meta),
    year: yearOf(
      first(
        "citation_publication_date",
        "citation_date",
        "citation_year",
        "citation_online_date",
        "dc.date",
        "article:published_time",
      ),
    ),
    container: journal ?? plainWords(first("og:site_name"), 300),
    volume: plainWords(first("citation_volume"), 40),
    issue: plainWords(first("citation_issue"), 40),
    pages: pagesOf(first("citation_firstpage"), first("citation_lastpage")),
    publisher: plainWords(first("citation_publisher", "dc.publisher"), 300),
    doi: doi.success ? (doi.data ?? null) : null,
    url,
  } as const;
  const citation = citationSchema.safeParse({ id: citationKey(fields, taken), ...fields });
  return citation.success ? citation.data : null;
}

function typeOf(first: (...names: string[]) => string | undefined, journal: string | null): Citation["type"] {
  if (journal !== null) return "article";
  if (first("citation_isbn") !== undefined) return "book";
  return first("citation_technical_report_institution") === undefined ? "webpage" : "report";
}

/** The first title is the page's; later ones belong to drawings in it. */
function readMeta(html: string): Meta {
  let title: string | null = null;
  const values = new Map<string, string[]>();
  sanitizeHtml(html, {
    allowedTags: ["meta", "title"],
    allowedAttributes: { meta: ["name", "property", "content"] },
    exclusiveFilter: ({ tag, attribs, text }) => {
      if (tag === "title") title ??= text;
      const name = (attribs.name ?? attribs.property)?.toLowerCase();
      if (tag === "meta" && name !== undefined && attribs.content !== undefined) {
        values.set(name, [...(values.get(name) ?? []), attribs.content]);
      }
      return false;
    },
  });
  return { title, values };
}

/** Some publishers write "Ada Lovelace" where the guidelines ask for "Lovelace, Ada". */
function authorsOf({ values }: Meta): string[] {
  const names = values.get("citation_author") ?? values.get("dc.creator") ?? [];
  return names.slice(0, 99).flatMap((name) => {
    const words = plainWords(name, 200);
    if (words === null) return [];
    const parts = words.split(" ");
    const [family = ""] = parts.slice(-1);
    return words.includes(",") || parts.length < 2 || parts.length > 4
      ? words
      : `${family}, ${parts.slice(0, -1).join(" ")}`;
  });
}

function yearOf(date: string | undefined): number | null {
  const year = /(?<!\d)(?:1\d|2\d)\d{2}(?!\d)/.exec(date ?? "")?.[0];
  return year === undefined ? null : Number(year);
}

function pagesOf(from: string | undefined, to: string | undefined): string | null {
  const [start, end] = [plainWords(from, 28), plainWords(to, 28)];
  return start !== null && end !== null && start !== end ? `${start}-${end}` : start;
}
