/** A picture as search engines and link previews are told of it. */
import { absoluteUrl, mediaCrop, mediaVariant } from "@/lib/urls";
import { cropRatios, cropSizes, ratioOfCrop } from "./crops";
import type { MediaView } from "./types";

export type SearchImage = {
  /** Absolute. */
  url: string;
  /** Pixels. */
  width: number;
  height: number;
};

/**
 * The crops that exist, 16:9, 4:3 and 1:1 in this order; for a picture without any, its largest JPEG. Only files that
 * exist are named.
 * @returns at least one
 */
export function searchImages(media: Pick<MediaView, "key" | "width" | "height" | "crops">): SearchImage[] {
  const crops = cropRatios.flatMap((ratio) => {
    const name = media.crops?.find((candidate) => ratioOfCrop(candidate) === ratio);
    return name === undefined ? [] : [{ url: absoluteUrl(mediaCrop(media.key, name)), ...cropSizes[ratio] }];
  });
  if (crops.length > 0) return crops;
  const { key, width, height } = media;
  return [{ url: absoluteUrl(mediaVariant(key, width, "jpg")), width, height }];
}
