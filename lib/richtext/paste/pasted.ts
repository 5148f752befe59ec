/** What comes out of cleaning pasted HTML. */
import type { Block, ListItemNode } from "../schema";

/** A picture whose bytes are in the HTML (a data: address); it is uploaded at this place. */
export type PictureToUpload = { type: "pictureToUpload"; dataUri: string; alt: string };

export type PastedItem = Block | PictureToUpload;

export type Pasted = {
  /** In reading order. */
  items: PastedItem[];
  /** Sentences for the editor about what could not be taken along. */
  notices: string[];
};

export type ListBlock = Extract<Block, { type: "bulletList" | "orderedList" }>;

export function isPicture(item: PastedItem): item is PictureToUpload {
  return item.type === "pictureToUpload";
}

/** A list item holds paragraphs and lists and begins with words when it has any. */
export type ItemContent = ListItemNode["content"][number];
