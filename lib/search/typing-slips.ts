/**
 * What somebody may have meant whose fingers slipped once. Trigrams, which find most typing errors, miss what is short, and
 * two letters in the wrong order: these break four of a word's trigrams at once.
 */

const letters = "abcdefghijklmnopqrstuvwxyz";

/** The word with two neighbouring letters the other way round, at each place: "anxeity" gives "anxiety" among others. */
export function swappedLetters(word: string): string[] {
  const swapped = Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
  return different(swapped, word);
}

/** The word with one letter too many taken out, and with each letter replaced: "sleap" gives "sleep" among others. */
export function wrongLetters(word: string): string[] {
  const places = Array.from({ length: word.length }, (_, at) => [word.slice(0, at), word.slice(at + 1)] as const);
  return different(
    places.flatMap(([before, after]) => [before + after, ...Array.from(letters, (letter) => before + letter + after)]),
    word,
  );
}

function different(words: readonly string[], from: string): string[] {
  return [...new Set(words)].filter((word) => word !== from);
}
