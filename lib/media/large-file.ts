import { mediaVariant } from "@/lib/urls";
import type { MediaView } from "./types";

/** Programs that show a picture take one file: large enough to look at, not the largest. Pixels. */
const wanted = 1280;

/** The JPEG of a picture for programs that choose no size themselves. `path` is on this site; sizes in pixels. */
export function largeFile({ key, width, height, widths }: MediaView): { path: string; width: number; height: number } {
  const chosen = widths.findLast((candidate) => candidate <= wanted) ?? width;
  return { path: mediaVariant(key, chosen, "jpg"), width: chosen, height: Math.round((height * chosen) / width) };
}
