/** Blocks as flow content of a Markdown syntax tree. Private to ./markdown.ts. */
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from "mdast";
import { assertNever } from "@/lib/assert-never";
import { crisisIntro, crisisTitle, directoryLead, helplineDirectory } from "@/lib/helplines/crisis-words";
import { groupHelplines, type HelplineGroup } from "@/lib/helplines/groups";
import { helplineDetails, helplineWays } from "@/lib/helplines/ways";
import { calloutNames } from "../callout-names";
import { embedProvidersByName } from "../embed-providers";
import type { Block, BlockquoteNode, CalloutNode, EmbedNode, GalleryNode, ImageNode, ListItemNode } from "../schema";
import { captionLine, type RenditionPicture } from "./context";
import { phrasing, phrasingOnOneLine, type MarkdownContext } from "./markdown-phrasing";
import { tableNodes } from "./markdown-tables";

/** @param crisisOrdinal which help box of the text this is, from 1 */
export function blockNodes(block: Block, context: MarkdownContext, crisisOrdinal: number): BlockContent[] {
  switch (block.type) {
    case "paragraph":
      return paragraphOf(phrasing(block.content, context));
    case "heading": {
      const children = phrasingOnOneLine(block.content, context);
      return children.length > 0 ? [{ type: "heading", depth: block.attrs.level, children }] : [];
    }
    case "bulletList":
      return [listOf(block.content, context, { ordered: false })];
    case "orderedList":
      return [listOf(block.content, context, { ordered: true, start: block.attrs.start })];
    case "blockquote":
      return quoteNodes(block, context);
    case "image":
      return imageNodes(block, context);
    case "gallery":
      return galleryNodes(block, context);
    case "table":
      return [...emphasised(block.attrs.caption), ...tableNodes(block, context)];
    case "callout":
      return calloutNodes(block, context);
    case "crisisHelp":
      return crisisNodes(context, crisisOrdinal);
    case "contactAddress":
      // The address is kept from programs that collect addresses.
      return [paragraph(link(context.pageUrl, "The contact address is on the page."))];
    case "embed":
      return [embedNode(block)];
    case "horizontalRule":
      return [{ type: "thematicBreak" }];
    default:
      return assertNever(block);
  }
}

/** A picture and the line below it. @param alt empty for decoration */
export function pictureNodes({ src }: RenditionPicture, alt: string, caption: string | null): BlockContent[] {
  return [paragraph({ type: "image", url: src, alt }), ...emphasised(caption)];
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

export function text(value: string): PhrasingContent {
  return { type: "text", value };
}

export function link(url: string, words: string): PhrasingContent {
  return { type: "link", url, children: [{ type: "text", value: words }] };
}

function strong(words: string): PhrasingContent {
  return { type: "strong", children: [text(words)] };
}

function paragraphOf(children: PhrasingContent[]): Paragraph[] {
  return children.length > 0 ? [paragraph(...children)] : [];
}

function emphasised(words: string | null): Paragraph[] {
  return words?.trim() ? [paragraph({ type: "emphasis", children: [text(words.trim())] })] : [];
}

function listOf(
  items: readonly ListItemNode[],
  context: MarkdownContext,
  kind: { ordered: boolean; start?: number },
): List {
  const children = items.map(({ content }): ListItem => {
    const paragraphs = content.filter(({ type }) => type === "paragraph").length;
    const inside = content.flatMap((node) => blockNodes(node, context, 0));
    return { type: "listItem", spread: paragraphs > 1, children: inside };
  });
  return { type: "list", ...kind, spread: children.some(({ spread }) => spread), children };
}

function quoteNodes({ content, attrs: { source } }: BlockquoteNode, context: MarkdownContext): BlockContent[] {
  const words = content.flatMap((node) => blockNodes(node, context, 0));
  const children = source?.trim() ? [...words, paragraph(text(`— ${source.trim()}`))] : words;
  return children.length > 0 ? [{ type: "blockquote", children }] : [];
}

function imageNodes({ attrs }: ImageNode, { pictures }: MarkdownContext): BlockContent[] {
  const picture = pictures.get(attrs.mediaId);
  return picture ? pictureNodes(picture, attrs.decorative ? "" : attrs.alt, captionLine(attrs, picture)) : [];
}

function galleryNodes({ content, attrs }: GalleryNode, context: MarkdownContext): BlockContent[] {
  const images = content.flatMap((image) => imageNodes(image, context));
  return images.length > 0 ? [...images, ...emphasised(attrs.caption)] : [];
}

function calloutNodes({ attrs: { tone, title }, content }: CalloutNode, context: MarkdownContext): BlockContent[] {
  const name = title?.trim() ? `${calloutNames[tone]}: ${title.trim()}` : calloutNames[tone];
  const words = content.flatMap((node) => blockNodes(node, context, 0));
  return [{ type: "blockquote", children: [paragraph(strong(name)), ...words] }];
}

function embedNode({ attrs: { provider, externalId, title } }: EmbedNode): Paragraph {
  const { name, kind, pageUrl } = embedProvidersByName[provider];
  return paragraph(link(pageUrl(externalId), title.trim()), text(` (${kind} on ${name})`));
}

function crisisNodes({ helplines }: MarkdownContext, ordinal: number): BlockContent[] {
  const { open, folded } = groupHelplines(helplines);
  return [
    paragraph(strong(crisisTitle(ordinal))),
    paragraph(text(crisisIntro)),
    ...[...open, ...folded].flatMap(helplineNodes),
    paragraph(
      text(`${directoryLead(open.length > 0)} `),
      link(helplineDirectory.url, helplineDirectory.name),
      text("."),
    ),
  ];
}

function helplineNodes({ country, lines }: HelplineGroup): BlockContent[] {
  const children = lines.map((line): ListItem => {
    const details = helplineDetails(line, country);
    const rest = [
      ...helplineWays(line).map(({ label, href }) => link(href, label)),
      ...(details === null ? [] : [text(details)]),
    ];
    const words = rest.flatMap((node, index) => [text(index === 0 ? ": " : ", "), node]);
    return { type: "listItem", children: [paragraph(strong(line.name), ...words)] };
  });
  return [paragraph(text(country)), { type: "list", ordered: false, spread: false, children }];
}
