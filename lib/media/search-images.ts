import { absoluteUrl, mediaVariant } from "@/lib/urls";
import type { MediaView } from "./types";

/** Pixels; narrower pictures are shown small (developers.google.com/search/docs/appearance/google-discover). */
const narrowest = 1200;

/** The files of a picture that search engines may show large. */
export function searchImages(media: MediaView): { url: string; width: number; height: number }[] {
  const width = media.widths.find((candidate) => candidate >= narrowest);
  if (width === undefined) return [];
  const height = Math.round((media.height * width) / media.width);
  return [{ url: absoluteUrl(mediaVariant(media.key, width, "jpg")), width, height }];
}
