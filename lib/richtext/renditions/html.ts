/**
 * The body as plain semantic HTML for feeds: no classes, no scripts, no ids, absolute addresses, and written so that an
 * XML parser reads it too. The pages of the site are rendered by components/richtext.
 */
import { assertNever } from "@/lib/assert-never";
import { crisisIntro, crisisTitle, directoryLead, helplineDirectory } from "@/lib/helplines/crisis-words";
import { groupHelplines, type HelplineGroup } from "@/lib/helplines/groups";
import { helplineDetails, helplineWays } from "@/lib/helplines/ways";
import { calloutNames } from "../callout-names";
import { embedProvidersByName } from "../embed-providers";
import { citationPartHtml, escapeHtml, inlineHtml, linkHtml, type HtmlContext } from "./html-inline";
import { numberReferences } from "../references";
import { captionLine, referenceParts, type RenditionContext, type RenditionPicture } from "./context";
import type {
  Block,
  BlockquoteNode,
  CalloutNode,
  EmbedNode,
  GalleryNode,
  ImageNode,
  ListItemNode,
  RichTextDocument,
  TableCellNode,
  TableNode,
  TableRowNode,
} from "../schema";
import { isHeaderCell, tableParts } from "../table-parts";

/** @returns the body and, when it refers to works, the list of them */
export function richTextHtml(doc: RichTextDocument, given: RenditionContext): string {
  const context: HtmlContext = { ...given, references: numberReferences(doc) };
  let crisisBoxes = 0;
  const blocks = doc.content.map((block) => {
    if (block.type === "crisisHelp") crisisBoxes += 1;
    return blockHtml(block, context, crisisBoxes);
  });
  return [...blocks, referencesHtml(context)].filter((html) => html !== "").join("\n");
}

/** A picture with the line below it. @param alt empty for decoration */
export function figureHtml(picture: RenditionPicture, alt: string, caption: string | null): string {
  const { src, width, height } = picture;
  const image = `<img src="${escapeHtml(src)}" width="${String(width)}" height="${String(height)}" alt="${escapeHtml(alt)}"/>`;
  return `<figure>${image}${captionHtml(caption)}</figure>`;
}

function blockHtml(block: Block, context: HtmlContext, crisisOrdinal: number): string {
  switch (block.type) {
    case "paragraph":
      return block.content?.length ? `<p>${inlineHtml(block.content, context)}</p>` : "";
    case "heading": {
      const tag = `h${String(block.attrs.level)}`;
      return block.content?.length ? `<${tag}>${inlineHtml(block.content, context)}</${tag}>` : "";
    }
    case "bulletList":
      return `<ul>${itemsHtml(block.content, context)}</ul>`;
    case "orderedList": {
      const { start } = block.attrs;
      return `<ol${start === 1 ? "" : ` start="${String(start)}"`}>${itemsHtml(block.content, context)}</ol>`;
    }
    case "blockquote":
      return quoteHtml(block, context);
    case "image":
      return imageHtml(block, context);
    case "gallery":
      return galleryHtml(block, context);
    case "table":
      return tableHtml(block, context);
    case "callout":
      return calloutHtml(block, context);
    case "crisisHelp":
      return crisisHtml(context, crisisOrdinal);
    case "contactAddress":
      // The address is kept from programs that collect addresses, and feeds are read by programs.
      return `<p>${linkHtml(context.pageUrl, "The contact address is on the page.")}</p>`;
    case "embed":
      return embedHtml(block);
    case "horizontalRule":
      return "<hr/>";
    default:
      return assertNever(block);
  }
}

function itemsHtml(items: readonly ListItemNode[], context: HtmlContext): string {
  return items.map((item) => `<li>${itemHtml(item, context)}</li>`).join("");
}

/** A single paragraph gets no element of its own. */
function itemHtml({ content }: ListItemNode, context: HtmlContext): string {
  const isTight = content.filter(({ type }) => type === "paragraph").length === 1;
  return content
    .map((node) =>
      isTight && node.type === "paragraph" ? inlineHtml(node.content, context) : blockHtml(node, context, 0),
    )
    .join("");
}

function quoteHtml({ content, attrs: { source } }: BlockquoteNode, context: HtmlContext): string {
  const words = content.map((paragraph) => blockHtml(paragraph, context, 0)).join("");
  const quote = `<blockquote>${words}</blockquote>`;
  return source === null ? quote : `<figure>${quote}${captionHtml(source)}</figure>`;
}

function captionHtml(words: string | null): string {
  return words === null || words === "" ? "" : `<figcaption>${escapeHtml(words)}</figcaption>`;
}

function imageHtml({ attrs }: ImageNode, { pictures }: HtmlContext): string {
  const picture = pictures.get(attrs.mediaId);
  return picture ? figureHtml(picture, attrs.decorative ? "" : attrs.alt, captionLine(attrs, picture)) : "";
}

function galleryHtml({ content, attrs }: GalleryNode, context: HtmlContext): string {
  const images = content.map((image) => imageHtml(image, context)).join("");
  return images === "" ? "" : `<figure>${images}${captionHtml(attrs.caption)}</figure>`;
}

function tableHtml(node: TableNode, context: HtmlContext): string {
  const { head, body } = tableParts(node);
  const { caption } = node.attrs;
  const parts = [
    caption ? `<caption>${escapeHtml(caption)}</caption>` : "",
    head.length > 0 ? `<thead>${rowsHtml(head, "col", context)}</thead>` : "",
    body.length > 0 ? `<tbody>${rowsHtml(body, "row", context)}</tbody>` : "",
  ];
  return `<table>${parts.join("")}</table>`;
}

function rowsHtml(rows: readonly TableRowNode[], scope: "col" | "row", context: HtmlContext): string {
  return rows.map((row) => `<tr>${row.content.map((cell) => cellHtml(cell, scope, context)).join("")}</tr>`).join("");
}

function cellHtml(cell: TableCellNode, scope: "col" | "row", context: HtmlContext): string {
  const { colspan, rowspan } = cell.attrs;
  const spans = [
    colspan > 1 ? ` colspan="${String(colspan)}"` : "",
    rowspan > 1 ? ` rowspan="${String(rowspan)}"` : "",
  ];
  const [first, ...rest] = cell.content;
  const words =
    rest.length === 0
      ? inlineHtml(first?.content, context)
      : cell.content.map((paragraph) => blockHtml(paragraph, context, 0)).join("");
  return isHeaderCell(cell)
    ? `<th scope="${scope}"${spans.join("")}>${words}</th>`
    : `<td${spans.join("")}>${words}</td>`;
}

function calloutHtml({ attrs: { tone, title }, content }: CalloutNode, context: HtmlContext): string {
  const name = title ? `${calloutNames[tone]}: ${title}` : calloutNames[tone];
  const words = content.map((node) => blockHtml(node, context, 0)).join("");
  return `<aside><p><strong>${escapeHtml(name)}</strong></p>${words}</aside>`;
}

function embedHtml({ attrs: { provider, externalId, title } }: EmbedNode): string {
  const { name, kind, pageUrl } = embedProvidersByName[provider];
  return `<p>${linkHtml(pageUrl(externalId), escapeHtml(title))} (${kind} on ${name})</p>`;
}

function crisisHtml({ helplines }: HtmlContext, ordinal: number): string {
  const { open, folded } = groupHelplines(helplines);
  const directory = linkHtml(helplineDirectory.url, helplineDirectory.name);
  return [
    `<section><p><strong>${escapeHtml(crisisTitle(ordinal))}</strong></p><p>${escapeHtml(crisisIntro)}</p>`,
    ...[...open, ...folded].map(helplinesHtml),
    `<p>${directoryLead(open.length > 0)} ${directory}.</p></section>`,
  ].join("");
}

function helplinesHtml({ country, lines }: HelplineGroup): string {
  const items = lines.map((line) => {
    const ways = helplineWays(line).map(({ label, href }) => linkHtml(href, escapeHtml(label)));
    const details = helplineDetails(line, country);
    const rest = [...ways, ...(details === null ? [] : [escapeHtml(details)])].join(", ");
    return `<li><strong>${escapeHtml(line.name)}</strong>${rest === "" ? "" : `: ${rest}`}</li>`;
  });
  return `<p>${escapeHtml(country)}</p><ul>${items.join("")}</ul>`;
}

function referencesHtml({ references, citations }: HtmlContext): string {
  if (references.list.length === 0) return "";
  const works = references.list.map(({ key }) => {
    const parts = referenceParts(key, citations).map(citationPartHtml);
    return `<li>${parts.join("")}</li>`;
  });
  return `<h2>References</h2><ol>${works.join("")}</ol>`;
}
