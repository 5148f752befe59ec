/** Finds what the reader typed in a headline, the way the search does: without regard to case and accents. */

export type TextPart = { text: string; match: boolean };

const word = /[\p{L}\p{N}]+/gu;

/** Shorter words are marked only where they stand alone, so that "a" does not mark the beginning of every "anxiety". */
const shortestPrefix = 3;

/** What was typed, as words in lower case without accents and signs. */
export function wordsOf(typed: string): string[] {
  return fold(typed).folded.match(word) ?? [];
}

/**
 * Splits a text into plain and matching parts; joined they are the text again.
 * @param words of wordsOf; the last may be unfinished
 */
export function markWords(text: string, words: readonly string[]): TextPart[] {
  const { folded, origins } = fold(text);
  const parts: TextPart[] = [];
  let done = 0;
  for (const found of folded.matchAll(word)) {
    const start = origins[found.index] ?? text.length;
    const end = origins[found.index + matchingLength(found[0], words)] ?? text.length;
    if (end <= start) continue;
    if (start > done) parts.push({ text: text.slice(done, start), match: false });
    parts.push({ text: text.slice(start, end), match: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), match: false });
  return parts;
}

/** How many characters at the beginning of a folded word were typed. */
function matchingLength(whole: string, typed: readonly string[]): number {
  const lengths = typed.map((candidate, index) => {
    const mayBeUnfinished = index === typed.length - 1 || candidate.length >= shortestPrefix;
    const matches = mayBeUnfinished ? whole.startsWith(candidate) : whole === candidate;
    return matches ? candidate.length : 0;
  });
  return Math.max(0, ...lengths);
}

/** The text in lower case without accents, and for each of its UTF-16 units the place in the text it comes from. */
function fold(text: string): { folded: string; origins: number[] } {
  let folded = "";
  const origins: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(place);
    place += character.length;
  }
  return { folded, origins };
}
