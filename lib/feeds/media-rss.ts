import { element, textElement } from "@/lib/xml";
import type { FeedImage } from "./types";

/**
 * A picture in Media RSS (https://www.rssboard.org/media-rss). There is no enclosure: RSS wants its length in bytes,
 * which only the storage knows, and a wrong length is worse than none.
 */
export function mediaElement({ url, type, width, height, alt, credit }: FeedImage): string {
  const about = [
    ...(alt === "" ? [] : [textElement("media:description", alt, { type: "plain" })]),
    ...(credit === null ? [] : [textElement("media:credit", credit)]),
  ];
  return element("media:content", { url, type, medium: "image", width, height }, about.join(""));
}
