/** A picture for the desk's screens: what JSON can say, with addresses in place of keys. */
import { mediaVariant } from "@/lib/urls";
import type { LibraryPicture, MediaItem } from "./types";

/** Tiles are up to 320 CSS pixels wide; twice that for dense screens. */
const thumbnailWidth = 640;
/** Large enough to judge a picture and to set its focal point. */
const previewWidth = 1280;

/** The same picture, ready to be sent to a browser. */
export function toLibraryPicture(item: MediaItem): LibraryPicture {
  const upTo = (most: number): string =>
    mediaVariant(item.key, item.widths.findLast((width) => width <= most) ?? item.width, "webp");
  return {
    ...item,
    createdAt: item.createdAt.toISOString(),
    thumbnail: upTo(thumbnailWidth),
    preview: upTo(previewWidth),
  };
}
