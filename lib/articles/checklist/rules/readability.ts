/** How hard the text is to read. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Block } from "@/lib/richtext/schema";
import { blockPassages, openingWords } from "../passages";
import { sources } from "../sources";
import type { Finding, Place } from "../types";

/**
 * Above it WCAG 2.2 (success criterion 3.1.5) asks for an easier version: lower secondary education ends after nine years
 * of school.
 */
export const highestGrade = 9;
/** In a shorter text one long word moves the grade too far. */
const fewestWords = 100;
/** Sentences in a paragraph, from the style guide named as the source. */
const mostSentences = 6;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

type Sentence = { text: string; words: string[]; place: Place };

/**
 * Grade of school in the United States at which the text is understood: the Flesch-Kincaid formula (J. P. Kincaid and
 * others, 1975, "Derivation of new readability formulas for Navy enlisted personnel", Research Branch Report 8-75,
 * https://doi.org/10.21236/ADA006655), 0.39 words per sentence + 11.8 syllables per word - 15.59. Syllables are counted by
 * rule and come out right for most English words. Headings, tables and captions are not counted.
 * @returns one decimal; null for texts of fewer than 100 words
 */
export function readingGrade(blocks: readonly Block[]): number | null {
  const all = sentencesOf(blocks);
  const everyWord = all.flatMap((sentence) => sentence.words);
  if (everyWord.length < fewestWords) return null;
  const grade = fleschKincaid({
    sentence: all.length,
    word: everyWord.length,
    syllable: everyWord.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
  return Math.round(grade * 10) / 10;
}

export function readabilityFindings(blocks: readonly Block[]): (Finding & { rule: string })[] {
  return [...gradeFindings(blocks), ...longParagraphs(blocks)];
}

function gradeFindings(blocks: readonly Block[]): (Finding & { rule: string })[] {
  const grade = readingGrade(blocks);
  if (grade === null || grade <= highestGrade) return [];
  const [longest] = sentencesOf(blocks).sort((a, b) => b.words.length - a.words.length);
  return [
    {
      rule: "reading-grade",
      field: "body",
      where: longest?.place ?? null,
      message: `The text reads at grade ${grade.toFixed(1)} (Flesch-Kincaid); many readers manage up to ${String(highestGrade)}.`,
      suggestion: longest
        ? `Shorten sentences; the longest has ${String(longest.words.length)} words. Use shorter words where they say the same.`
        : null,
      source: sources.readingLevel,
    },
  ];
}

function longParagraphs(blocks: readonly Block[]): (Finding & { rule: string })[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== "paragraph") return [];
    return blockPassages(block, index).flatMap(({ text }) => {
      const count = sentencesIn(text).length;
      if (count <= mostSentences) return [];
      return {
        rule: "long-paragraph",
        field: "body",
        where: { block: index, quote: openingWords(text) },
        message: `A paragraph has ${String(count)} sentences.`,
        suggestion: "Split it: one thought, one paragraph.",
        source: sources.paragraphs,
      };
    });
  });
}

/** Of paragraphs, lists, quotations and callouts. */
function sentencesOf(blocks: readonly Block[]): Sentence[] {
  const counted = new Set<Block["type"]>(["paragraph", "bulletList", "orderedList", "blockquote", "callout"]);
  return blocks.flatMap((block, index) =>
    counted.has(block.type)
      ? blockPassages(block, index).flatMap((passage) =>
          sentencesIn(passage.text).map((text) => ({
            text,
            words: wordsIn(text),
            place: { block: index, quote: openingWords(text) },
          })),
        )
      : [],
  );
}

function sentencesIn(text: string): string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter(
    (sentence) => wordsIn(sentence).length > 0,
  );
}

function wordsIn(text: string): string[] {
  return Array.from(words.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}
