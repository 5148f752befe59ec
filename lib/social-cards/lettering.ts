/** Leaves out of a text what a typeface has no letters for, so that no empty boxes are drawn. Pure. */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Keeps what can be written. Marks that are missing leave their letter behind ("x" of x with an unknown accent); an emoji
 * goes as a whole. Brackets and quotation marks around nothing, and punctuation at the edges that belonged to what is gone,
 * go along.
 * @param has whether there is a letter for a code point
 * @returns on one line; empty when no letter and no digit is left
 */
export function writable(text: string, has: (codePoint: number) => boolean): string {
  let kept = "";
  let isWhole = true;
  for (const { segment } of graphemes.segment(text.normalize("NFC").replace(/\s+/g, " "))) {
    const letters = Array.from(segment).filter((letter) => has(letter.codePointAt(0) ?? 0));
    const base = segment.codePointAt(0) ?? 0;
    const isKept = has(base);
    if (isKept) kept += letters.join("");
    else {
      // A place to break the line remains, as between Chinese and English words.
      kept += " ";
      isWhole = false;
    }
  }
  const tidy = isWhole ? kept.trim() : withoutRemains(kept);
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : "";
}

function withoutRemains(text: string): string {
  return text
    .replace(/[([{“‘"«]\s*[)\]}”’"»]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:!?)\]”’])/g, "")
    .replace(/(?<=[([“‘]) /g, "")
    .replace(/^[\s,.;:!?–—-]+/u, "")
    .replace(/[\s,;:–—-]+$/u, "");
}
