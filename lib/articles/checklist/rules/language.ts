import type { Passage } from "../passages";
import type { Finding } from "../types";
import { mentalIllnessPhrases } from "./mental-illness-phrases";
import type { PhraseRule } from "./phrase-rule";
import { suicidePhrases } from "./suicide-phrases";

export const phraseRules: readonly PhraseRule[] = [...suicidePhrases, ...mentalIllnessPhrases];

const charactersBefore = 40;

/** Phrases that guidelines for the media advise against, in our own words (not in quotations or code). */
export function languageFindings(passages: readonly Passage[]): (Finding & { rule: string })[] {
  return passages.flatMap((passage) =>
    phraseRules.flatMap((rule) =>
      occurrences(rule, passage).map(({ index, length }) => {
        const quote = passage.text.slice(index, index + length);
        return {
          rule: `language.${rule.id}`,
          field: passage.field,
          where: passage.block === null ? null : { block: passage.block, quote },
          message: `“${quote}”: ${rule.message}`,
          suggestion: rule.suggestion,
          source: rule.source,
        };
      }),
    ),
  );
}

function occurrences(rule: PhraseRule, { field, ownWords }: Passage): { index: number; length: number }[] {
  if (rule.field && rule.field !== field) return [];
  if (rule.near && ownWords.search(rule.near) === -1) return [];
  return [...ownWords.matchAll(rule.pattern)]
    .filter(({ index }) => !rule.unlessAfter?.test(ownWords.slice(Math.max(0, index - charactersBefore), index)))
    .map((match) => ({ index: match.index, length: match[0].length }));
}
