/** Inline content as phrasing content of a Markdown syntax tree. Private to ./markdown.ts. */
import type { PhrasingContent } from "mdast";
import { assertNever } from "@/lib/assert-never";
import type { CitationPart } from "../citation-format";
import { markTree, type MarkTree } from "../mark-tree";
import type { NumberedReferences } from "../references";
import type { Inline, Mark } from "../schema";
import { absoluteHref, type RenditionContext } from "./context";

export type MarkdownContext = RenditionContext & { references: NumberedReferences };

/** Markdown has no spaces at the ends of a block: they, and breaks there, are left out. */
export function phrasing(content: readonly Inline[] | undefined, context: MarkdownContext): PhrasingContent[] {
  return joined(withoutEdges(treeNodes(markTree(content), context)).inner);
}

/** The same on one line, for headings and cells. */
export function phrasingOnOneLine(content: readonly Inline[] | undefined, context: MarkdownContext): PhrasingContent[] {
  const line = (content ?? []).map((node): Inline => (node.type === "hardBreak" ? { type: "text", text: " " } : node));
  return phrasing(line, context);
}

export function citationNodes(parts: readonly CitationPart[]): PhrasingContent[] {
  return parts.flatMap(({ text, italic, href }): PhrasingContent[] => {
    const words: PhrasingContent = { type: "text", value: text };
    if (href !== undefined) return [{ type: "link", url: href, children: [words] }];
    return italic ? around([words], (children) => [{ type: "emphasis", children }]) : [words];
  });
}

function treeNodes(tree: readonly MarkTree[], context: MarkdownContext): PhrasingContent[] {
  return tree.flatMap((part) => {
    if ("node" in part) return leafNodes(part.node, context);
    return markNodes(part.mark, treeNodes(part.children, context), context);
  });
}

function leafNodes(node: Inline, context: MarkdownContext): PhrasingContent[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", value: node.text.replace(/[ \t\r\n]+/g, " ") }];
    case "hardBreak":
      return [{ type: "break" }];
    case "reference": {
      const number = context.references.markOf.get(node)?.number;
      return number === undefined ? [] : [{ type: "footnoteReference", identifier: String(number) }];
    }
    default:
      return assertNever(node);
  }
}

function markNodes(mark: Mark, inner: PhrasingContent[], context: MarkdownContext): PhrasingContent[] {
  switch (mark.type) {
    case "link":
      return around(inner, (children) => [{ type: "link", url: absoluteHref(mark.attrs.href, context), children }]);
    case "bold":
      return around(inner, (children) => [{ type: "strong", children }]);
    case "italic":
      return around(inner, (children) => [{ type: "emphasis", children }]);
    case "code":
      return around(joined(inner), (children) =>
        children.map((child) => (child.type === "text" ? { type: "inlineCode", value: child.value } : child)),
      );
    default:
      return assertNever(mark);
  }
}

/** Marks something; spaces and breaks at its ends stay outside, because no mark of Markdown begins or ends with one. */
function around(
  nodes: readonly PhrasingContent[],
  mark: (inner: PhrasingContent[]) => PhrasingContent[],
): PhrasingContent[] {
  const { before, inner, after } = withoutEdges(nodes);
  return inner.length > 0 ? [...before, ...mark(joined(inner)), ...after] : [...before, ...after];
}

type Edges = { before: PhrasingContent[]; inner: PhrasingContent[]; after: PhrasingContent[] };

function withoutEdges(nodes: readonly PhrasingContent[]): Edges {
  const parts = nodes.flatMap(splitSpaces);
  const first = parts.findIndex((part) => !isSpace(part));
  if (first === -1) return { before: parts, inner: [], after: [] };
  const end = parts.findLastIndex((part) => !isSpace(part)) + 1;
  return { before: parts.slice(0, first), inner: parts.slice(first, end), after: parts.slice(end) };
}

/** A text as up to three: spaces, words, spaces. */
function splitSpaces(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== "text") return [node];
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(node.value) ?? [];
  return [before, words, after].filter((value) => value !== "").map((value) => ({ type: "text", value }));
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

/** Neighbouring texts as one, so that what has to be escaped is seen. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text") {
      result[result.length - 1] = { type: "text", value: (last.value + node.value).replace(/ {2,}/g, " ") };
    } else {
      result.push(node);
    }
  }
  return result;
}
