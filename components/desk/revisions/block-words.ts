/** What a block is, with the settings that its words do not show. Pure. */
import { assertNever } from "@/lib/assert-never";
import type { Block, ImageNode } from "@/lib/richtext/schema";
import { pictureName, type Names } from "./field-words";

const providers = { youtube: "YouTube", vimeo: "Vimeo", spotify: "Spotify" } as const;

/** For example "Heading 2", or "Picture therapy.jpg · alternative text: Two chairs". */
export function blockLabel(block: Block, names: Names): string {
  switch (block.type) {
    case "paragraph":
      return "Paragraph";
    case "heading":
      return `Heading ${String(block.attrs.level)}`;
    case "bulletList":
      return "List";
    case "orderedList":
      return block.attrs.start === 1 ? "Numbered list" : `Numbered list from ${String(block.attrs.start)}`;
    case "blockquote":
      return "Quote";
    case "image":
      return pictureLabel(block, names);
    case "gallery":
      return `Gallery of ${String(block.content.length)} pictures`;
    case "table":
      return "Table";
    case "callout":
      return `Callout (${block.attrs.tone})`;
    case "crisisHelp":
      return "Help lines";
    case "contactAddress":
      return "Contact address";
    case "embed":
      return `${providers[block.attrs.provider]} ${block.attrs.externalId}`;
    case "horizontalRule":
      return "Separator";
    default:
      return assertNever(block);
  }
}

/** A picture by its name, with all that is said about it. */
export function pictureLabel({ attrs }: ImageNode, names: Names): string {
  const alternative = attrs.decorative ? "decorative" : `alternative text: ${attrs.alt || "none"}`;
  const credit = attrs.credit ? [`credit: ${attrs.credit}`] : [];
  return [`Picture ${pictureName(names, attrs.mediaId)}`, alternative, ...credit].join(" · ");
}
