import type { Blockquote, Paragraph } from "mdast";
import type { BlockquoteNode, ParagraphNode } from "../schema";
import { readInlines } from "./inlines";
import type { Reading } from "./reading";

/** Reads `> text`; a last line `> -- source` becomes the source. */
export function readQuote(node: Blockquote, reading: Reading): BlockquoteNode | null {
  const paragraphs = node.children.filter((child) => child.type === "paragraph");
  for (const child of node.children) {
    if (child.type !== "paragraph") reading.report(child, `A quote holds only paragraphs, not ${child.type}`);
  }
  const last = paragraphs.at(-1);
  const { rest, source } = last ? splitSource(last) : { rest: null, source: null };
  const content = [...paragraphs.slice(0, -1), ...(rest ? [rest] : [])].map((paragraph): ParagraphNode => {
    if (hasSourceLine(paragraph)) reading.report(paragraph, `"-- source" is plain words on the last line of a quote`);
    return { type: "paragraph", content: readInlines(paragraph.children, reading) };
  });
  if (content.length > 0) return { type: "blockquote", attrs: { source }, content };
  reading.report(node, "An empty quote");
  return null;
}

/** Takes a last line `-- source` off a paragraph. `rest` is null when nothing else was in it. */
function splitSource(paragraph: Paragraph): { rest: Paragraph | null; source: string | null } {
  const { children } = paragraph;
  const last = children.at(-1);
  const lines = last?.type === "text" ? last.value.split("\n") : [];
  const source = /^-- +(.+)$/.exec(lines.at(-1) ?? "")?.[1];
  const standsAlone = lines.length > 1 || beginsLine(children, children.length - 1);
  if (source === undefined || !standsAlone) return { rest: paragraph, source: null };
  const kept = children.slice(0, -1);
  if (lines.length > 1) kept.push({ type: "text", value: lines.slice(0, -1).join("\n") });
  if (kept.at(-1)?.type === "break") kept.pop();
  return { rest: kept.length > 0 ? { ...paragraph, children: kept } : null, source: source.trim() };
}

function hasSourceLine({ children }: Paragraph): boolean {
  return children.some(
    (child, index) => child.type === "text" && (beginsLine(children, index) ? /^-- /m : /\n-- /).test(child.value),
  );
}

function beginsLine(children: Paragraph["children"], index: number): boolean {
  return index === 0 || children[index - 1]?.type === "break";
}
