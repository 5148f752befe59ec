import type { Block, RichTextDocument } from "@/lib/richtext/schema";
import { blockText } from "@/lib/richtext/plain-text";
import { descendants } from "@/lib/richtext/walk";
import { openingWords } from "../passages";
import type { Finding, Place } from "../types";

/** A link that leads nowhere, as the link check or the database knows it. */
export type DeadLink = { href: string; reason: string };

/** @param dead every dead link of the article, its references included */
export function deadLinkFindings(body: RichTextDocument, dead: readonly DeadLink[]): (Finding & { rule: string })[] {
  return dead.map(({ href, reason }) => {
    const where = placeOfLink(body, href);
    return {
      rule: "dead-link",
      field: where ? "body" : "citations",
      where,
      message: `The link to ${href} leads nowhere: ${reason}`,
      suggestion: "Correct the address, or take the link out.",
    };
  });
}

/** The first link with that address; its words are the quote. */
export function placeOfLink(body: RichTextDocument, href: string): Place | null {
  for (const [index, block] of body.content.entries()) {
    const words = linkedWords(block, href);
    if (words !== null) return { block: index, quote: words || openingWords(blockText(block)) };
  }
  return null;
}

function linkedWords(block: Block, href: string): string | null {
  for (const node of descendants({ type: "doc", content: [block] })) {
    if (node.type !== "text") continue;
    if (node.marks?.some((mark) => mark.type === "link" && mark.attrs.href === href)) return node.text.trim();
  }
  return null;
}
