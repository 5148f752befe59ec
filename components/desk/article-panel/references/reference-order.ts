/** The reference list as the panel shows it. Pure. */
import type { Citation } from "@/lib/richtext/citation";

type OrderedReferences = {
  /** In the order of first use in the text, numbered from 1 as readers see them. */
  used: { citation: Citation; number: number }[];
  /** In the order in which they came in. Readers don't see them. */
  unused: Citation[];
  /** Marks in the text without a work. */
  missing: { key: string; number: number }[];
};

/** @param usedKeys keys of the marks in the order of the text; repetitions don't matter */
export function orderReferences(citations: readonly Citation[], usedKeys: readonly string[]): OrderedReferences {
  const byKey = new Map(citations.map((citation) => [citation.id, citation]));
  const keys = [...new Set(usedKeys)];
  const ordered: OrderedReferences = { used: [], unused: [], missing: [] };
  for (const [index, key] of keys.entries()) {
    const citation = byKey.get(key);
    const number = index + 1;
    if (citation) ordered.used.push({ citation, number });
    else ordered.missing.push({ key, number });
  }
  ordered.unused = citations.filter(({ id }) => !keys.includes(id));
  return ordered;
}

export type SameWork = {
  work: Citation;
  /** Two entries with one DOI are one work. A page may be cited twice, for two of its parts. */
  by: "doi" | "address";
};

/**
 * A work of the list that is the same as this one: by DOI (in any letter case), else by its address.
 * @param work its own entry (same id) is not counted
 */
export function findSameWork(
  citations: readonly Citation[],
  work: Pick<Citation, "id" | "doi" | "url">,
): SameWork | null {
  const others = citations.filter(({ id }) => id !== work.id);
  const byDoi = others.find(({ doi }) => doi !== null && doi.toLowerCase() === work.doi?.toLowerCase());
  if (byDoi) return { work: byDoi, by: "doi" };
  const byUrl = others.find(({ url }) => url !== null && work.url !== null && plainUrl(url) === plainUrl(work.url));
  return byUrl ? { work: byUrl, by: "address" } : null;
}

/** Without what does not name another page. */
function plainUrl(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}${search}`;
}

/** Few words that name a work: "Flückiger et al., 2018", or the start of the title when nobody is named. */
export function shortName({ authors, year, title }: Pick<Citation, "authors" | "year" | "title">): string {
  const [first, second] = authors.map((author) => author.split(",")[0]?.trim() ?? author);
  const date = year === null ? "n.d." : String(year);
  if (!first) return title.length <= 50 ? title : `${title.slice(0, 49).trimEnd()}…`;
  if (!second) return `${first}, ${date}`;
  return authors.length === 2 && second !== "et al." ? `${first} & ${second}, ${date}` : `${first} et al., ${date}`;
}
