import { searchImages, type SearchImage } from "@/lib/media/search-images";
import type { MediaView } from "@/lib/media/types";

/** Narrower pictures are not shown large (developers.google.com/search/docs/appearance/google-discover); the drawn card is. */
const narrowestPreview = 1200;

/** A page's own picture as link previews show it, in the widest shape there is; undefined when it has none that is wide enough. */
export function previewPicture(image: MediaView | null | undefined): SearchImage | undefined {
  return image ? searchImages(image).find(({ width }) => width >= narrowestPreview) : undefined;
}
