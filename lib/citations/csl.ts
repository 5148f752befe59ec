/** Works described in CSL JSON (the format of Citation Style Language, which doi.org and PubMed answer in). Pure. */
import { z } from "zod";
import { citationSchema, type Citation } from "@/lib/richtext/citation";
import { citationKey } from "./citation-key";
import { plainWords } from "./plain-words";

const words = z.union([z.string(), z.array(z.string()).transform((list) => list[0] ?? "")]);
const wordsOrNumber = z.union([words, z.number().transform(String)]);
const name = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  name: z.string().optional(),
});
const date = z.object({
  "date-parts": z.array(z.array(z.union([z.number(), z.string(), z.null()]))).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
});

/** What is read of an item; everything else in it is left alone. Registries leave out and repeat almost anything. */
const cslItem = z.object({
  type: z.string().catch(""),
  title: words,
  author: z.array(name).catch([]),
  editor: z.array(name).catch([]),
  issued: date.optional().catch(undefined),
  published: date.optional().catch(undefined),
  "container-title": words.optional().catch(undefined),
  volume: wordsOrNumber.optional().catch(undefined),
  issue: wordsOrNumber.optional().catch(undefined),
  page: wordsOrNumber.optional().catch(undefined),
  "article-number": wordsOrNumber.optional().catch(undefined),
  publisher: words.optional().catch(undefined),
  DOI: z.string().optional().catch(undefined),
  URL: z.string().optional().catch(undefined),
});
type CslItem = z.output<typeof cslItem>;

/** CSL 1.0.2 types, and those of Crossref, which its answers mix in. */
const types: Readonly<Record<string, Citation["type"]>> = {
  "article-journal": "article",
  "journal-article": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  article: "article",
  "posted-content": "article",
  "paper-conference": "article",
  "proceedings-article": "article",
  book: "book",
  monograph: "book",
  "edited-book": "book",
  "reference-book": "book",
  chapter: "book",
  "book-chapter": "book",
  thesis: "book",
  dissertation: "book",
  report: "report",
  "report-component": "report",
  dataset: "report",
  standard: "guideline",
  legislation: "guideline",
  webpage: "webpage",
  "post-weblog": "webpage",
  post: "webpage",
};
const mostAuthors = 99;

/**
 * A reference list entry from a CSL item.
 * @param taken ids that the reference list has already
 * @returns null when the answer names no work (no title)
 */
export function citationFromCsl(answer: unknown, taken: readonly string[] = []): Citation | null {
  const parsed = cslItem.safeParse(answer);
  if (!parsed.success) return null;
  const item = parsed.data;
  const title = plainWords(item.title, 500);
  if (title === null) return null;
  const fields = {
    type: types[item.type] ?? (item["container-title"] ? "article" : "webpage"),
    title,
    authors: authorsOf(item),
    year: yearOf(item.issued) ?? yearOf(item.published),
    container: plainWords(item["container-title"], 300),
    volume: plainWords(item.volume, 40),
    issue: plainWords(item.issue, 40),
    pages: plainWords(item.page ?? item["article-number"], 60),
    publisher: plainWords(item.publisher, 300),
    ...placesOf(item),
  } as const;
  const citation = citationSchema.safeParse({ id: citationKey(fields, taken), ...fields });
  return citation.success ? citation.data : null;
}

/** Editors stand in for a book that has no author. */
function authorsOf({ author, editor }: CslItem): string[] {
  const names = (author.length > 0 ? author : editor).flatMap((person) => {
    const whole = plainWords(person.literal ?? person.name, 200);
    const [family, given] = [plainWords(person.family, 100), plainWords(person.given, 98)];
    if (family === null) return whole ?? given ?? [];
    return given === null ? family : `${family}, ${given}`;
  });
  return names.length > mostAuthors ? [...names.slice(0, mostAuthors), "et al."] : names;
}

function yearOf(issued: CslItem["issued"]): number | null {
  const part = issued?.["date-parts"]?.[0]?.[0];
  const text = part == null ? (issued?.raw ?? issued?.literal ?? "") : String(part);
  const year = /(?<!\d)(?:1\d|2\d)\d{2}(?!\d)/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

/** A work with a DOI needs no address besides. */
function placesOf({ DOI, URL: url }: CslItem): { doi: string | null; url: string | null } {
  const doi = citationSchema.shape.doi.safeParse(DOI?.trim());
  if (doi.success && doi.data !== null) return { doi: doi.data, url: null };
  const address = citationSchema.shape.url.safeParse(url);
  return { doi: null, url: address.success ? address.data : null };
}
