/** A work as its form has it: texts in fields. Pure. */
import { citationSchema, type Citation } from "@/lib/richtext/citation";

export type CitationField = Exclude<keyof Citation, "id" | "type">;
export type CitationValues = { type: Citation["type"] } & Record<CitationField, string>;

type FieldLook = { label: string; hint?: string };
type KindLook = { label: string; fields: Partial<Record<CitationField, FieldLook>> };

const title: FieldLook = { label: "Title" };
const people: FieldLook = {
  label: "Authors",
  hint: "One a line, as “Family, Given Names”; an organisation by its name.",
};
const organisation: FieldLook = { label: "Organisation or authors", hint: people.hint ?? "" };
const year: FieldLook = { label: "Year", hint: "Empty when there is none." };
const doi: FieldLook = { label: "DOI", hint: "For example 10.1037/pst0000172." };
const url: FieldLook = { label: "Address", hint: "Where readers find it, when there is no DOI." };
const pages: FieldLook = { label: "Pages" };
const publisher: FieldLook = { label: "Publisher" };

/** Which fields each kind of work has, in the order of its form. */
export const citationKinds: Record<Citation["type"], KindLook> = {
  article: {
    label: "Journal article",
    fields: {
      title,
      authors: people,
      year,
      container: { label: "Journal" },
      volume: { label: "Volume" },
      issue: { label: "Issue" },
      pages: { label: "Pages or article number" },
      doi,
      url,
    },
  },
  book: { label: "Book", fields: { title, authors: people, year, publisher, pages, doi, url } },
  report: { label: "Report", fields: { title, authors: organisation, year, publisher, doi, url } },
  guideline: { label: "Guideline", fields: { title, authors: organisation, year, publisher, doi, url } },
  webpage: {
    label: "Web page",
    fields: { title, authors: organisation, year, container: { label: "Site" }, url: { label: "Address" } },
  },
};

const names = ["title", "authors", "year", "container", "volume", "issue", "pages", "publisher", "doi", "url"] as const;
const otherLabels: Partial<Record<CitationField, FieldLook>> = {
  container: { label: "Journal, site or series" },
  volume: { label: "Volume" },
  issue: { label: "Issue" },
  pages,
  publisher,
  doi,
  url,
};

/** The fields to show: those of the kind, then any other that is filled, so that nothing is kept unseen. */
export function shownFields(values: CitationValues): (FieldLook & { name: CitationField })[] {
  const { fields } = citationKinds[values.type];
  const own = (Object.entries(fields) as [CitationField, FieldLook][]).map(([name, look]) => ({ name, ...look }));
  const filled = names.flatMap((name) => {
    const look = otherLabels[name];
    return look && !(name in fields) && values[name].trim() !== "" ? [{ name, ...look }] : [];
  });
  return [...own, ...filled];
}

export const emptyCitation: CitationValues = {
  type: "article",
  title: "",
  authors: "",
  year: "",
  container: "",
  volume: "",
  issue: "",
  pages: "",
  doi: "",
  url: "",
  publisher: "",
};

export function citationValues(citation: Citation): CitationValues {
  return {
    type: citation.type,
    title: citation.title,
    authors: citation.authors.join("\n"),
    year: citation.year === null ? "" : String(citation.year),
    container: citation.container ?? "",
    volume: citation.volume ?? "",
    issue: citation.issue ?? "",
    pages: citation.pages ?? "",
    doi: citation.doi ?? "",
    url: citation.url ?? "",
    publisher: citation.publisher ?? "",
  };
}

export type CitationReading =
  { ok: true; citation: Citation } | { ok: false; problems: Partial<Record<CitationField, string>> };

const problemWords: Record<CitationField, string> = {
  title: "a work needs a title of at most 500 characters",
  authors: "each name has at most 200 characters, and there are at most 100",
  year: "this is no year of four digits",
  container: "there is room for 300 characters",
  volume: "there is room for 40 characters",
  issue: "there is room for 40 characters",
  pages: "there is room for 60 characters",
  publisher: "there is room for 300 characters",
  doi: "a DOI looks like 10.1000/182",
  url: "this is a whole address, starting with https://",
};

/** @param id the key that marks in the text name it by */
export function readCitation(values: CitationValues, id: string): CitationReading {
  const filled = (text: string): string | null => text.trim() || null;
  const year = values.year.trim();
  const result = citationSchema.safeParse({
    id,
    type: values.type,
    title: values.title.replace(/\s+/g, " "),
    authors: values.authors
      .split("\n")
      .map((author) => author.trim())
      .filter((author) => author !== ""),
    year: year === "" ? null : /^\d{4}$/.test(year) ? Number(year) : Number.NaN,
    container: filled(values.container),
    volume: filled(values.volume),
    issue: filled(values.issue),
    pages: filled(values.pages),
    doi: filled(values.doi.trim().replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, "")),
    url: filled(values.url),
    publisher: filled(values.publisher),
  });
  if (result.success) return { ok: true, citation: result.data };
  const wrong = result.error.issues.map(({ path }) => path[0]).filter((name) => isField(name));
  return { ok: false, problems: Object.fromEntries(wrong.map((name) => [name, problemWords[name]])) };
}

function isField(name: PropertyKey | undefined): name is CitationField {
  return names.some((known) => known === name);
}
