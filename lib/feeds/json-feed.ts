/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure. */
import type { Feed, FeedItem } from "./types";

export const jsonFeedContentType = "application/feed+json; charset=utf-8";

export function jsonFeed(feed: Feed): string {
  const { paging } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    description: feed.description,
    ...(paging.previous === null ? {} : { next_url: paging.previous }),
    ...(feed.icon === null ? {} : { icon: feed.icon }),
    authors: [feed.publisher],
    language: feed.language,
    ...(feed.hub === null ? {} : { hubs: [{ type: "WebSub", url: feed.hub }] }),
    items: feed.items.map(itemObject),
  };
  return `${JSON.stringify(document)}\n`;
}

/** An item must have content; one that is too long to be carried whole has its summary. */
function itemObject(item: FeedItem): Record<string, unknown> {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    ...(item.html === null ? { content_text: item.summary } : { content_html: item.html }),
    summary: item.summary,
    ...(item.image ? { image: item.image.url } : {}),
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt.toISOString(),
    authors: item.authors,
    tags: item.categories.map(({ label }) => label),
  };
}
