/** The texts of a working copy in pieces that rules can search, each with the place it stands at. */
import type { Block, Inline } from "@/lib/richtext/schema";
import { descendants, type RichTextNode } from "@/lib/richtext/walk";
import type { WorkingCopy } from "../schema";

export type Passage = {
  field: keyof WorkingCopy;
  /** Index of the top-level block; null outside the body. */
  block: number | null;
  text: string;
  /**
   * The same text, of the same length, in which what is code or stands between quotation marks is blanked out: naming a
   * phrase, or quoting somebody, is not using it.
   */
  ownWords: string;
};

const textFields = ["headline", "excerpt", "coverCaption", "contentNote", "seoTitle", "seoDescription"] as const;
const blank = "\u{FFFC}";
/** Longer spans between quotation marks are more likely a mark that was never closed. */
const quotation = /“[^“”\n]{1,400}”|"[^"\n]{1,400}"|‘[^‘’\n]{1,120}’(?!\w)/g;

/** Every text that readers see, headline first, then the body in reading order. */
export function passagesOf(copy: WorkingCopy): Passage[] {
  return [
    ...textFields.flatMap((field) => plainPassage(field, null, copy[field])),
    ...copy.body.content.flatMap(blockPassages),
  ];
}

/** The passages of one block: a paragraph, item, cell or caption each. Block quotations have no words of our own. */
export function blockPassages(block: Block, index: number): Passage[] {
  if (block.type === "blockquote") {
    return block.content.flatMap((paragraph) => {
      const text = inlineCharacters(paragraph.content, false);
      return text.trim() === "" ? [] : [{ field: "body", block: index, text, ownWords: blank.repeat(text.length) }];
    });
  }
  return [...descendants({ type: "doc", content: [block] })].flatMap((node) => nodePassages(node, index));
}

function nodePassages(node: RichTextNode, index: number): Passage[] {
  switch (node.type) {
    case "paragraph":
    case "heading": {
      const text = inlineCharacters(node.content, false);
      if (text.trim() === "") return [];
      return [{ field: "body", block: index, text, ownWords: withoutQuotations(inlineCharacters(node.content, true)) }];
    }
    case "image":
    case "gallery":
    case "table":
      return plainPassage("body", index, node.attrs.caption);
    case "callout":
    case "embed":
      return plainPassage("body", index, node.attrs.title);
    default:
      return [];
  }
}

function plainPassage(field: Passage["field"], block: number | null, text: string | null): Passage[] {
  return text === null || text.trim() === "" ? [] : [{ field, block, text, ownWords: withoutQuotations(text) }];
}

/** Reference marks have no characters; a hard break is one. */
function inlineCharacters(content: readonly Inline[] | undefined, blankCode: boolean): string {
  return (content ?? [])
    .map((node) => {
      if (node.type === "reference") return "";
      if (node.type === "hardBreak") return "\n";
      const isCode = node.marks?.some((mark) => mark.type === "code") ?? false;
      return blankCode && isCode ? blank.repeat(node.text.length) : node.text;
    })
    .join("");
}

function withoutQuotations(text: string): string {
  return text.replace(quotation, (span) => blank.repeat(span.length));
}

/** The opening words of a text, cut between words: enough to find it again. */
export function openingWords(text: string): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= 60) return line;
  const head = line.slice(0, 60);
  const lastSpace = head.lastIndexOf(" ");
  return lastSpace > 0 ? head.slice(0, lastSpace) : head;
}
