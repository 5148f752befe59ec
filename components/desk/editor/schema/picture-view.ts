import type { LibraryPicture } from "@/lib/media/types";

/** A picture as the editor shows it. What the picker and the upload hand over has all of this. */
export type EditorPicture = Pick<
  LibraryPicture,
  "id" | "alt" | "decorative" | "credit" | "width" | "height" | "preview"
>;

/** The pictures that the text shows, by id. New ones come in while somebody writes. */
export type PictureShelf = Map<number, EditorPicture>;
