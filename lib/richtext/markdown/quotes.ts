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
  const last = paragraph.children.at(-1);
  const [, before, source] = (last?.type === "text" && /^((?:.*\n)?)-- +(.+)$/s.exec(last.value)) || [];
  if (before === undefined || source === undefined || source.includes("\n")) return { rest: paragraph, source: null };
  const previous = paragraph.children.at(-2);
  if (before === "" && previous && previous.type !== "break") return { rest: paragraph, source: null };
  const kept = paragraph.children.slice(0, before === "" && previous ? -2 : -1);
  const text = before.trimEnd();
  const children = text === "" ? kept : [...kept, { type: "text" as const, value: text }];
  return { rest: children.length > 0 ? { ...paragraph, children } : null, source: source.trim() };
}

function hasSourceLine({ children }: Paragraph): boolean {
  return children.some((child, index) => {
    const beginsLine = index === 0 || children[index - 1]?.type === "break";
    return child.type === "text" && (beginsLine ? /^-- /m : /\n-- /).test(child.value);
  });
}
