import type { Citation } from "@/lib/richtext/citation";
import { slugify } from "@/lib/slug";

/** What a key may have at most (lib/richtext/schema.ts), with room for a number. */
const longestKey = 70;
const smallWords = new Set(["a", "an", "the", "of", "on", "in", "and", "for", "to", "how", "what", "is", "are"]);

/**
 * A key that a writer recognises: first author, year, first word of the title ("kazdin-2009-understanding").
 * @param taken keys that the list has already; a number is added to stay clear of them
 */
export function citationKey(work: Pick<Citation, "title" | "authors" | "year">, taken: readonly string[]): string {
  const [author = ""] = work.authors;
  const word = slugify(work.title)
    .split("-")
    .find((part) => !smallWords.has(part));
  const parts = [slugify(author.split(",")[0] ?? ""), work.year === null ? "" : String(work.year), word ?? ""];
  const base =
    parts
      .filter((part) => part !== "")
      .join("-")
      .slice(0, longestKey)
      .replace(/-+$/, "") || "work";
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.includes(key)) return key;
  }
}
