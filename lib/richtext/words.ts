/** How long a body is. */

/**
 * Silent reading of English non-fiction by adults, words a minute: the mean over 190 studies in M. Brysbaert (2019),
 * "How many words do we read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language
 * 109, 104047, https://doi.org/10.1016/j.jml.2019.104047.
 */
const wordsPerMinute = 238;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Words by the rules of Unicode (UAX 29): "don't" and "3.5" are one, "well-being" is two, and scripts without spaces
 * are split by dictionary.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

/** Whole minutes, rounded to the nearest, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
