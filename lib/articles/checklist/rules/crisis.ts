/** Help for readers of a text about suicide or self-harm. */
import type { WorkingCopy } from "../../schema";
import type { Passage } from "../passages";
import { sources } from "../sources";
import type { Finding } from "../types";
import { suicideWords } from "./suicide-phrases";

/** From so many mentions on, or one in headline or excerpt, it is a subject of the text and not an aside. */
const mentionsOfASubject = 3;
/** Help is near the top when it is among the first blocks (a paragraph or two and what stands between). */
const firstBlocks = 5;
/** Help is at the end when nothing longer than a closing section follows. */
const lastBlocks = 5;

/**
 * A crisis box is missing, or not where a reader in need would meet it: guidelines ask for help at the start and at the
 * end of a story. Quotations count here: what is said matters, whoever says it.
 */
export function crisisFindings(copy: WorkingCopy, passages: readonly Passage[]): (Finding & { rule: string })[] {
  const mentions = passages.flatMap((passage) =>
    [...passage.text.matchAll(suicideWords)].map((match) => ({ passage, words: match[0] })),
  );
  const [first] = mentions;
  if (!first) return [];
  const boxes = copy.body.content.flatMap((block, index) => (block.type === "crisisHelp" ? [index] : []));
  const inBody = mentions.find(({ passage }) => passage.block !== null);
  const where = inBody?.passage.block == null ? null : { block: inBody.passage.block, quote: inBody.words };
  const told = { field: "body", where, source: sources.who } as const;
  if (boxes.length === 0) {
    return [
      {
        ...told,
        rule: "crisis-help",
        message: `The text mentions “${first.words}” and shows no help.`,
        suggestion: "Insert the crisis help block after the first paragraphs and at the end.",
      },
      ...contentNote(copy, mentions),
    ];
  }
  if (!isSubject(mentions)) return [];
  return [
    ...(boxes.some((index) => index < firstBlocks)
      ? []
      : [{ ...told, rule: "crisis-help-early", message: "Help stands far from the beginning.", suggestion: "Insert the crisis help block after the first paragraphs." }]), // prettier-ignore
    ...(boxes.some((index) => index >= copy.body.content.length - lastBlocks)
      ? []
      : [{ ...told, rule: "crisis-help-late", message: "No help stands at the end.", suggestion: "Insert the crisis help block as the last block." }]), // prettier-ignore
    ...contentNote(copy, mentions),
  ];
}

type Mention = { passage: Passage; words: string };

function isSubject(mentions: readonly Mention[]): boolean {
  return (
    mentions.length >= mentionsOfASubject ||
    mentions.some(({ passage }) => passage.field === "headline" || passage.field === "excerpt")
  );
}

function contentNote(copy: WorkingCopy, mentions: readonly Mention[]): (Finding & { rule: string })[] {
  if (copy.contentNote !== null || !isSubject(mentions)) return [];
  return [
    {
      rule: "content-note",
      field: "contentNote",
      message: "Readers are not told beforehand that the text is about suicide or self-harm.",
      suggestion: "This article mentions suicide.",
      source: sources.who,
    },
  ];
}
