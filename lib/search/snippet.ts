/** Snippets of ts_headline, as parts that a page can mark without any HTML from the database. */

export type SnippetPart = { text: string; match: boolean };

/** Signs that occur in no text: readers can't smuggle them in, since control characters are dropped at the door. */
const start = "\u0002";
const stop = "\u0003";

/** Options of ts_headline; sizes in words. */
export const snippetMarks = {
  options: `StartSel=${start},StopSel=${stop},MaxFragments=2,MaxWords=22,MinWords=9,FragmentDelimiter=" … "`,
};

/** Splits ts_headline's answer into plain and matching parts; line breaks become spaces. */
export function splitSnippet(headline: string): SnippetPart[] {
  return headline
    .replace(/\s+/g, " ")
    .split(start)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, match: false }];
      const [match = "", rest = ""] = piece.split(stop);
      return [
        { text: match, match: true },
        { text: rest, match: false },
      ];
    })
    .filter((part) => part.text !== "");
}
