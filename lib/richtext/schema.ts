/**
 * The body of an article or page: a ProseMirror document (the JSON that Tiptap reads and writes), closed over the node
 * types named here. Everything that stores, renders, searches or counts a body goes through this schema.
 */
import { z } from "zod";

/**
 * Addresses a link may carry. Anything else (javascript:, data:, protocol-relative) is refused at the boundary.
 * White space, control characters and backslashes are refused everywhere: browsers drop the first two and read the
 * third as a slash, which would turn "/\host" into "//host".
 */
const safeHref = z
  .string()
  .max(2048)
  .regex(
    /^(?:(?:https?:\/\/|mailto:|tel:|\/(?!\/))[^\s\\\p{Cc}]*|#[^\s\\\p{Cc}]*)$/iu,
    "A link starts with https://, mailto:, tel:, / or # and has no spaces or backslashes",
  );

/** Postgres refuses NUL and half surrogate pairs in JSON, so a body that has them could not be saved. */
const storableText = z.string().regex(/^[^\0\p{Cs}]*$/u, "has a character that can't be stored");

const boldMark = z.object({ type: z.literal("bold") });
const italicMark = z.object({ type: z.literal("italic") });
const codeMark = z.object({ type: z.literal("code") });
const linkMark = z.object({ type: z.literal("link"), attrs: z.object({ href: safeHref }) });
export const markSchema = z.discriminatedUnion("type", [boldMark, italicMark, codeMark, linkMark]);
export type Mark = z.infer<typeof markSchema>;
/** The order in which marks lie around a text, outermost first, so that equal texts always give equal documents and HTML. */
export const markOrder = ["link", "bold", "italic", "code"] as const satisfies readonly Mark["type"][];

const textNode = z.object({
  type: z.literal("text"),
  text: storableText.min(1),
  marks: z.array(markSchema).optional(),
});
const hardBreakNode = z.object({ type: z.literal("hardBreak") });
/** Names an entry of the article's reference list (Citation.id). */
export const referenceKeySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
/** A numbered reference mark. The number comes from the order of use (references.ts). */
const referenceNode = z.object({ type: z.literal("reference"), attrs: z.object({ key: referenceKeySchema }) });
export type ReferenceNode = z.infer<typeof referenceNode>;
export const inlineSchema = z.discriminatedUnion("type", [textNode, hardBreakNode, referenceNode]);
export type Inline = z.infer<typeof inlineSchema>;

const paragraphNode = z.object({ type: z.literal("paragraph"), content: z.array(inlineSchema).optional() });
export type ParagraphNode = z.infer<typeof paragraphNode>;

/** `id` is the stable fragment of the heading; it is given once (transforms/heading-ids.ts) and kept when the words change. */
const headingNode = z.object({
  type: z.literal("heading"),
  attrs: z.object({
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .max(80)
      .nullable(),
  }),
  content: z.array(inlineSchema).optional(),
});
export type HeadingNode = z.infer<typeof headingNode>;

/** Lists nest, so the three schemas name each other; getters let zod resolve that late (zod 4, recursive objects). */
const listItemNode = z.object({
  type: z.literal("listItem"),
  get content() {
    return z.array(z.discriminatedUnion("type", [paragraphNode, bulletListNode, orderedListNode])).min(1);
  },
});
export type ListItemNode = z.infer<typeof listItemNode>;
const bulletListNode = z.object({
  type: z.literal("bulletList"),
  get content() {
    return z.array(listItemNode).min(1);
  },
});
export type BulletListNode = z.infer<typeof bulletListNode>;
const orderedListNode = z.object({
  type: z.literal("orderedList"),
  attrs: z.object({ start: z.number().int().min(0) }),
  get content() {
    return z.array(listItemNode).min(1);
  },
});
export type OrderedListNode = z.infer<typeof orderedListNode>;

const blockquoteNode = z.object({
  type: z.literal("blockquote"),
  attrs: z.object({ source: storableText.max(300).nullable() }),
  content: z.array(paragraphNode).min(1),
});
export type BlockquoteNode = z.infer<typeof blockquoteNode>;

const imageNode = z.object({
  type: z.literal("image"),
  attrs: z.object({
    mediaId: z.number().int().positive(),
    /** Empty only when `decorative`. */
    alt: storableText.max(500),
    decorative: z.boolean(),
    caption: storableText.max(600).nullable(),
    credit: storableText.max(200).nullable(),
  }),
});
export type ImageNode = z.infer<typeof imageNode>;

const galleryNode = z.object({
  type: z.literal("gallery"),
  attrs: z.object({ caption: storableText.max(600).nullable() }),
  content: z.array(imageNode).min(1).max(30),
});
export type GalleryNode = z.infer<typeof galleryNode>;

const cellAttrs = z.object({ colspan: z.number().int().min(1).max(50), rowspan: z.number().int().min(1).max(200) });
const tableHeaderNode = z.object({
  type: z.literal("tableHeader"),
  attrs: cellAttrs,
  content: z.array(paragraphNode).min(1),
});
const tableCellNode = z.object({
  type: z.literal("tableCell"),
  attrs: cellAttrs,
  content: z.array(paragraphNode).min(1),
});
const tableRowNode = z.object({
  type: z.literal("tableRow"),
  content: z.array(z.discriminatedUnion("type", [tableHeaderNode, tableCellNode])).min(1),
});
export type TableRowNode = z.infer<typeof tableRowNode>;
export type TableCellNode = TableRowNode["content"][number];
const tableNode = z.object({
  type: z.literal("table"),
  attrs: z.object({ caption: storableText.max(300).nullable() }),
  content: z.array(tableRowNode).min(1),
});
export type TableNode = z.infer<typeof tableNode>;

export const calloutTones = ["note", "tip", "caution"] as const;
const calloutNode = z.object({
  type: z.literal("callout"),
  attrs: z.object({ tone: z.enum(calloutTones), title: storableText.max(120).nullable() }),
  content: z.array(z.discriminatedUnion("type", [paragraphNode, bulletListNode, orderedListNode])).min(1),
});
export type CalloutNode = z.infer<typeof calloutNode>;

/** Prints the checked help lines from the database; it carries no number itself. */
const crisisHelpNode = z.object({ type: z.literal("crisisHelp") });

/** Prints the magazine's contact address, protected from harvesting. For static pages. */
const contactAddressNode = z.object({ type: z.literal("contactAddress") });

export const embedProviders = ["youtube", "vimeo", "spotify"] as const;
/** Nothing is fetched from the provider before the reader asks for it. */
const embedNode = z.object({
  type: z.literal("embed"),
  attrs: z.object({
    provider: z.enum(embedProviders),
    /** The provider's own id of the video or episode, never an address. */
    externalId: z.string().regex(/^[\w/-]{1,100}$/),
    title: storableText.min(1).max(200),
  }),
});
export type EmbedNode = z.infer<typeof embedNode>;

const horizontalRuleNode = z.object({ type: z.literal("horizontalRule") });

export const blockSchema = z.discriminatedUnion("type", [
  paragraphNode,
  headingNode,
  bulletListNode,
  orderedListNode,
  blockquoteNode,
  imageNode,
  galleryNode,
  tableNode,
  calloutNode,
  crisisHelpNode,
  contactAddressNode,
  embedNode,
  horizontalRuleNode,
]);
export type Block = z.infer<typeof blockSchema>;

export const documentSchema = z.object({ type: z.literal("doc"), content: z.array(blockSchema) });
export type RichTextDocument = z.infer<typeof documentSchema>;
