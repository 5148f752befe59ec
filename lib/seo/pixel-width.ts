/** How wide a text is in a search result, without a browser. */

/**
 * Advance widths of Arial in thousandths of the font size. Arial has the widths of Helvetica on purpose; these are the
 * figures of Adobe's font metrics for Helvetica (AFM, "Adobe Core 14 AFM files").
 */
const widths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [191, "'"],
      [222, "ijl‘’"],
      [260, "|"],
      [278, " !,./:;I[\\]ft·"],
      [333, "()-`r“”"],
      [334, "{}"],
      [350, "•"],
      [355, '"'],
      [389, "*"],
      [469, "^"],
      [500, "Jckszvxy"],
      [556, "#$0123456789?L_abdeghnopqu–"],
      [584, "+<=>~"],
      [611, "FTZ"],
      [667, "&ABEKPSVXY"],
      [722, "CDHNRUw"],
      [778, "GOQ"],
      [833, "Mm"],
      [889, "%"],
      [944, "W"],
      [1000, "—…"],
      [1015, "@"],
    ] as const
  ).flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
);
const unknownLetter = 556;
/** Scripts and signs that are as wide as the font is high. */
const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Width in CSS pixels of a line in Arial.
 * @param fontSize in CSS pixels
 */
export function pixelWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const { segment } of graphemes.segment(text)) thousandths += widthOf(segment);
  return (thousandths * fontSize) / 1000;
}

/** An accented letter is as wide as its letter. */
function widthOf(grapheme: string): number {
  if (wide.test(grapheme)) return 1000;
  const [letter = ""] = grapheme.normalize("NFD");
  return widths[letter] ?? unknownLetter;
}

/** The longest opening that is at most `limit` pixels wide, cut between words and ended with "…"; the text itself when it fits. */
export function cutToWidth(text: string, fontSize: number, limit: number): { text: string; cut: boolean } {
  const line = text.replace(/\s+/g, " ").trim();
  if (pixelWidth(line, fontSize) <= limit) return { text: line, cut: false };
  const words = line.split(" ");
  const [first = ""] = words;
  let kept = "";
  for (const word of words) {
    const longer = kept === "" ? word : `${kept} ${word}`;
    if (pixelWidth(`${longer} …`, fontSize) > limit) break;
    kept = longer;
  }
  return { text: kept === "" ? cutWord(first, fontSize, limit) : `${kept} …`, cut: true };
}

function cutWord(word: string, fontSize: number, limit: number): string {
  let kept = "";
  for (const { segment } of graphemes.segment(word)) {
    if (pixelWidth(`${kept}${segment}…`, fontSize) > limit) break;
    kept += segment;
  }
  return `${kept}…`;
}
