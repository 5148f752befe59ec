/** What a reader typed into the search box, made fit for the database. */

/** More than anybody types, far less than what makes Postgres work hard. Characters. */
export const longestQuery = 200;

export type QueryText =
  | { kind: "empty" }
  | { kind: "too-long" }
  | {
      kind: "query";
      /** As shown in the box and in the heading. */
      text: string;
      /** Its words in lower case, without accents and signs. */
      words: string[];
    };

/** Control characters become spaces (NUL would be refused by Postgres), runs of white space one space. */
export function readQuery(raw: string | undefined): QueryText {
  const text = (raw ?? "")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return { kind: "empty" };
  if (text.length > longestQuery) return { kind: "too-long" };
  return { kind: "query", text, words: wordsOf(text) };
}

function wordsOf(text: string): string[] {
  return [...new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** In lower case and without accents, as the search configuration `magazine` reads a word (unaccent). */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * A tsquery in which the last word may be unfinished, for the list under the search box.
 * @returns for example `'social' & 'anx':*`, or null when there is no word
 */
export function prefixQuery(words: string[]): string | null {
  if (words.length === 0) return null;
  const quoted = words.map((word) => `'${word.replaceAll("'", "''")}'`);
  return `${quoted.join(" & ")}:*`;
}
