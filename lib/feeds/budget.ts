/** How much text a feed carries (limits of Google's Publisher Center: 2 MB a feed, about 1 MB an article). */
import type { FeedItem } from "./types";

/** Bytes of one article's HTML. */
export const longestArticle = 1_000_000;
/** Bytes of all articles' HTML: two million less what 30 items say besides (titles, summaries, addresses, names). */
export const longestText = 1_700_000;

/**
 * Leaves the whole text of articles out where it would be too much: of one that is too long by itself, and of the oldest
 * once the newer ones have filled the feed. They keep their summary and their link.
 * @param items newest first
 */
export function withinBudget(items: readonly FeedItem[]): FeedItem[] {
  let left = longestText;
  return items.map((item) => {
    if (item.html === null) return item;
    const bytes = writtenBytes(item.html);
    if (bytes > Math.min(left, longestArticle)) return { ...item, html: null };
    left -= bytes;
    return item;
  });
}

/** As JSON writes it, which escapes the quotes of attributes; XML takes it as it is and needs less. */
function writtenBytes(html: string): number {
  return Buffer.byteLength(JSON.stringify(html));
}
