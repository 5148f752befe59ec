import type { Extensions } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { ContactAddress, CrisisHelp, Embed, HorizontalRule } from "./fixed-blocks";
import { CodeMark, LinkMark } from "./marks";
import { Gallery, Image } from "./pictures";
import type { PictureShelf } from "./picture-view";
import { Reference } from "./reference";
import type { ReferenceNumbers } from "./reference-numbers";
import { tableNodes } from "./tables";
import { Blockquote, BulletList, Callout, Heading, ListItem, OrderedList } from "./text-blocks";

/** What the kit would add beside the stored body, or in another shape. */
const notFromKit = {
  blockquote: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  link: false,
  listItem: false,
  orderedList: false,
  strike: false,
  trailingNode: false,
  underline: false,
} as const;

/**
 * The nodes and marks of the editor: exactly those of lib/richtext/schema.ts, which a property test holds.
 * @param given the pictures to show and who numbers the reference marks; neither is needed for the schema itself
 */
export function documentExtensions(given: { shelf?: PictureShelf; numbers?: ReferenceNumbers } = {}): Extensions {
  return [
    LinkMark,
    StarterKit.configure({ ...notFromKit, undoRedo: { depth: 500 }, dropcursor: { class: "rte-dropcursor" } }),
    CodeMark,
    Heading,
    ListItem,
    BulletList,
    OrderedList,
    Blockquote,
    Callout,
    ...tableNodes,
    Image.configure({ shelf: given.shelf ?? new Map() }),
    Gallery,
    CrisisHelp,
    ContactAddress,
    Embed,
    HorizontalRule,
    Reference.configure({ numbers: given.numbers ?? null }),
  ];
}
