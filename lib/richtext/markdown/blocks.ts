/** Markdown's flow content to blocks. */
import type { Heading, List, ListItem, Paragraph, RootContent } from "mdast";
import {
  calloutTones,
  type Block,
  type CalloutNode,
  type GalleryNode,
  type HeadingNode,
  type ImageNode,
} from "../schema";
import type { ListItemNode, ParagraphNode } from "../schema";
import { directiveFaults } from "./directives";
import { readInlines } from "./inlines";
import { lineOf, type ContainerDirective, type LeafDirective } from "./parse-markdown";
import { readQuote } from "./quotes";
import type { Reading } from "./reading";
import { readTable } from "./tables";

type ListNode = Extract<Block, { type: "bulletList" | "orderedList" }>;

/** Reads one top-level node. What is outside the dialect is reported; null when nothing can stand for it. */
export function readBlock(node: RootContent, reading: Reading): Block | null {
  switch (node.type) {
    case "paragraph":
      return readParagraph(node, reading);
    case "heading":
      return readHeading(node, reading);
    case "list":
      return readList(node, 1, reading);
    case "blockquote":
      return readQuote(node, reading);
    case "table":
      return readTable(node, reading);
    case "thematicBreak":
      return { type: "horizontalRule" };
    case "leafDirective":
      return readLeaf(node, reading);
    case "containerDirective":
      return readContainer(node, reading);
    default:
      reading.report(node, `${foreignNames[node.type] ?? node.type} is not part of the dialect`);
      return null;
  }
}

const foreignNames: Partial<Record<RootContent["type"], string>> = {
  html: "Raw HTML",
  code: "A code block (a fence or four spaces)",
  definition: "A link definition ([label]: …)",
  footnoteDefinition: "A footnote",
};

function readParagraph(node: Paragraph, reading: Reading): ParagraphNode {
  for (const child of node.children) {
    const lines = child.type === "text" ? child.value.split("\n") : [];
    const colons = lines.findIndex((line) => /^\s*::/.test(line));
    if (colons >= 0) reading.report(child, "A line with :: that is no directive (check its quotes and braces)", colons);
  }
  return { type: "paragraph", content: readInlines(node.children, reading) };
}

function readHeading(node: Heading, reading: Reading): HeadingNode {
  if (node.depth < 2 || node.depth > 4)
    reading.report(node, `A heading of level ${String(node.depth)}: use ##, ### or ####`);
  if (!reading.lines[lineOf(node) - 1]?.trimStart().startsWith("#")) {
    reading.report(node, "Underlining makes a heading: write ##, or put an empty line before ---");
  }
  const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4;
  return { type: "heading", attrs: { level, id: null }, content: readInlines(node.children, reading) };
}

function readList(node: List, depth: number, reading: Reading): ListNode {
  if (depth === 3) reading.report(node, "A list may nest once");
  const content = node.children.map((item) => readItem(item, depth, reading));
  return node.ordered
    ? { type: "orderedList", attrs: { start: node.start ?? 1 }, content }
    : { type: "bulletList", content };
}

function readItem(node: ListItem, depth: number, reading: Reading): ListItemNode {
  if (typeof node.checked === "boolean") reading.report(node, "A [ ] check box is not part of the dialect");
  if (node.children[0]?.type !== "paragraph") reading.report(node, "A list item begins with words");
  const content = node.children.flatMap((child): ListItemNode["content"] => {
    if (child.type === "paragraph") return [readParagraph(child, reading)];
    if (child.type === "list") return [readList(child, depth + 1, reading)];
    reading.report(child, `A list item holds paragraphs and lists, not ${child.type}`);
    return [];
  });
  return { type: "listItem", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function readLeaf(node: LeafDirective, reading: Reading): Block | null {
  const faults = directiveFaults(node);
  for (const fault of faults) reading.report(node, fault);
  switch (node.name) {
    case "image":
      return readImage(node, reading);
    case "crisis-help":
      return { type: "crisisHelp" };
    case "contact-address":
      return { type: "contactAddress" };
    default:
      return null;
  }
}

function readImage(node: LeafDirective, reading: Reading): ImageNode | null {
  const image = reading.images.get(node);
  if (!image) {
    reading.report(node, "::image needs motif and alt");
    return null;
  }
  const mediaId = reading.resolveImage(image);
  if (mediaId === null) {
    reading.report(node, `There is no picture for motif "${image.motif}"`);
    return null;
  }
  const { alt, caption, credit } = image;
  return { type: "image", attrs: { mediaId, alt, decorative: alt === "", caption, credit } };
}

function readContainer(node: ContainerDirective, reading: Reading): Block | null {
  for (const fault of directiveFaults(node)) reading.report(node, fault);
  const lastLine = reading.lines[(node.position?.end.line ?? 1) - 1] ?? "";
  if (!/^\s*:{3,}\s*$/.test(lastLine)) reading.report(node, `:::${node.name} is not closed by a line of :::`);
  if (node.name === "callout") return readCallout(node, reading);
  if (node.name === "gallery") return readGallery(node, reading);
  return null;
}

function readCallout(node: ContainerDirective, reading: Reading): CalloutNode | null {
  const tone = calloutTones.find((candidate) => candidate === node.attributes?.tone);
  if (!tone) reading.report(node, `:::callout needs tone="${calloutTones.join('" or "')}"`);
  const content = node.children.flatMap((child): CalloutNode["content"] => {
    if (child.type === "paragraph") return [readParagraph(child, reading)];
    if (child.type === "list") return [readList(child, 1, reading)];
    reading.report(child, `A callout holds paragraphs and lists, not ${child.type}`);
    return [];
  });
  if (content.length === 0) reading.report(node, "An empty callout");
  if (!tone || content.length === 0) return null;
  return { type: "callout", attrs: { tone, title: node.attributes?.title || null }, content };
}

function readGallery(node: ContainerDirective, reading: Reading): GalleryNode | null {
  const content = node.children.flatMap((child): ImageNode[] => {
    const block = child.type === "leafDirective" ? readLeaf(child, reading) : null;
    if (block?.type === "image") return [block];
    if (child.type !== "leafDirective" || block) reading.report(child, "A gallery holds only ::image lines");
    return [];
  });
  if (content.length > 0) return { type: "gallery", attrs: { caption: node.attributes?.caption || null }, content };
  reading.report(node, "An empty gallery");
  return null;
}
