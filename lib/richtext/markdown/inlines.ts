/** Markdown's phrasing content to inline nodes. */
import type { Link, Nodes, PhrasingContent, Text } from "mdast";
import { toString as wordsOf } from "mdast-util-to-string";
import { markOrder, markSchema, referenceKeySchema, type Inline, type Mark } from "../schema";
import type { Reading } from "./reading";

/** Reads a run of phrasing content; the space before a reference mark goes, so that the mark stands at its word. */
export function readInlines(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return joined(nodes.flatMap((node) => readPhrasing(node, [], reading)));
}

function readPhrasing(node: PhrasingContent, marks: readonly Mark[], reading: Reading): Inline[] {
  const inside = (mark: Mark, children: readonly PhrasingContent[]): Inline[] =>
    children.flatMap((child) => readPhrasing(child, withMark(marks, mark), reading));

  switch (node.type) {
    case "text":
      return readText(node, marks, reading);
    case "strong":
      return inside({ type: "bold" }, node.children);
    case "emphasis":
      return inside({ type: "italic" }, node.children);
    case "inlineCode":
      return textNode(node.value, withMark(marks, { type: "code" }));
    case "link":
      return readLink(node, marks, reading);
    case "break":
      return [{ type: "hardBreak" }];
    default:
      reading.report(node, `${foreignNames[node.type] ?? node.type} is not part of the dialect`);
      return node.type === "html" ? [] : textNode(wordsOf(node), marks);
  }
}

const foreignNames: Partial<Record<Nodes["type"], string>> = {
  html: "Raw HTML",
  image: "![picture](…) (use ::image)",
  imageReference: "![picture][…] (use ::image)",
  linkReference: "[text][label]",
  footnoteReference: "A footnote",
  delete: "~~Strikethrough~~",
};

function readLink(node: Link, marks: readonly Mark[], reading: Reading): Inline[] {
  const words = wordsOf(node);
  if (words.startsWith("@"))
    reading.report(node, `[${words}] is followed by "(", which makes it a link, not a reference`);
  else if (words.trim() === "") reading.report(node, `The link to ${node.url} has no words`);
  if (node.title) reading.report(node, `A link has no title in the dialect: "${node.title}"`);
  const link = markSchema.safeParse({ type: "link", attrs: { href: node.url } });
  if (!link.success) reading.report(node, `A link can't go to ${node.url}`);
  const inner = node.children.flatMap((child) =>
    readPhrasing(child, link.success ? withMark(marks, link.data) : marks, reading),
  );
  if (inner.some((child) => child.type === "reference"))
    reading.report(node, "A reference mark can't stand inside a link");
  return inner;
}

const referencePattern = /\[@([^\][]*)\]/g;

function readText(node: Text, marks: readonly Mark[], reading: Reading): Inline[] {
  const inlines: Inline[] = [];
  const linesBefore = (index: number): number => node.value.slice(0, index).split("\n").length - 1;
  let end = 0;
  for (const match of node.value.matchAll(referencePattern)) {
    const key = referenceKeySchema.safeParse(match[1]);
    if (!key.success) {
      reading.report(
        node,
        `${match[0]} is not a reference mark: ids have a-z, 0-9 and hyphens`,
        linesBefore(match.index),
      );
      continue;
    }
    inlines.push(...textNode(node.value.slice(end, match.index), marks));
    inlines.push({ type: "reference", attrs: { key: key.data } });
    end = match.index + match[0].length;
  }
  const unclosed = node.value.replace(referencePattern, (mark) => " ".repeat(mark.length)).indexOf("[@");
  if (unclosed >= 0) reading.report(node, `"[@" without its "]"`, linesBefore(unclosed));
  inlines.push(...textNode(node.value.slice(end), marks));
  return inlines;
}

/** A line break in the source is a space. */
function textNode(value: string, marks: readonly Mark[]): Inline[] {
  const text = value.replace(/[ \t]*\n[ \t]*/g, " ");
  if (text === "") return [];
  return [marks.length > 0 ? { type: "text", text, marks: [...marks] } : { type: "text", text }];
}

/** Each kind of mark once, in the one order. */
function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type),
  );
}

/** Joins neighbouring texts with equal marks and removes the space before reference marks. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of inlines) {
    if (node.type === "reference") trimEnd(result);
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(node.marks, last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else {
      result.push(node);
    }
  }
  return result;
}

function trimEnd(inlines: Inline[]): void {
  for (let last = inlines.at(-1); last?.type === "text"; last = inlines.at(-1)) {
    const text = last.text.trimEnd();
    inlines.pop();
    if (text === "") continue;
    inlines.push({ ...last, text });
    return;
  }
}

function sameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
