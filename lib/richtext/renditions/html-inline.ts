/** Inline content as HTML. Private to ./html.ts. */
import { assertNever } from "@/lib/assert-never";
import type { CitationPart } from "../citation-format";
import { markTree, type MarkTree } from "../mark-tree";
import { referenceId, type NumberedReferences } from "../references";
import { absoluteHref, type RenditionContext } from "./context";
import type { Inline, Mark } from "../schema";

export type HtmlContext = RenditionContext & { references: NumberedReferences };

export function inlineHtml(content: readonly Inline[] | undefined, context: HtmlContext): string {
  return treeHtml(markTree(content), context);
}

function treeHtml(tree: readonly MarkTree[], context: HtmlContext): string {
  return tree
    .map((part) =>
      "node" in part ? leafHtml(part.node, context) : markHtml(part.mark, treeHtml(part.children, context), context),
    )
    .join("");
}

function leafHtml(node: Inline, context: HtmlContext): string {
  switch (node.type) {
    case "text":
      return escapeHtml(node.text);
    case "hardBreak":
      return "<br/>";
    case "reference": {
      const number = context.references.markOf.get(node)?.number;
      if (number === undefined) return "";
      return `<sup>${linkHtml(`${context.pageUrl}#${referenceId(number)}`, `[${String(number)}]`)}</sup>`;
    }
    default:
      return assertNever(node);
  }
}

function markHtml(mark: Mark, inner: string, context: HtmlContext): string {
  switch (mark.type) {
    case "link":
      return linkHtml(absoluteHref(mark.attrs.href, context), inner);
    case "bold":
      return `<strong>${inner}</strong>`;
    case "italic":
      return `<em>${inner}</em>`;
    case "code":
      return `<code>${inner}</code>`;
    default:
      return assertNever(mark);
  }
}

export function citationPartHtml({ text, italic, href }: CitationPart): string {
  const words = escapeHtml(text);
  if (href !== undefined) return linkHtml(href, words);
  return italic ? `<i>${words}</i>` : words;
}

/** @param inner HTML */
export function linkHtml(href: string, inner: string): string {
  return `<a href="${escapeHtml(href)}">${inner}</a>`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for element content and double-quoted attributes. Characters that XML 1.0 forbids are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
