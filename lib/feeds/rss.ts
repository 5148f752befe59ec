/** RSS 2.0 (https://www.rssboard.org/rss-specification), with what it has no words for in other namespaces. Pure. */
import { cdata, element, textElement, xmlDeclaration } from "@/lib/xml";
import { mediaElement } from "./media-rss";
import type { Feed, FeedCategory, FeedItem } from "./types";

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

export const rssContentType = "application/rss+xml; charset=utf-8";

/** Minutes for which a reader may keep the feed without asking. */
const timeToLive = 30;

export function rssFeed(feed: Feed): string {
  const { paging, pageUrl, selfUrl } = feed;
  const lines = [
    textElement("title", feed.title),
    textElement("link", pageUrl),
    textElement("description", feed.description),
    textElement("language", feed.language),
    textElement("lastBuildDate", rfc822(feed.updatedAt)),
    textElement("generator", feed.publisher.name),
    textElement("docs", "https://www.rssboard.org/rss-specification"),
    textElement("ttl", String(timeToLive)),
    ...(feed.icon === null ? [] : [imageElement(feed, feed.icon)]),
    link("self", selfUrl),
    ...(feed.hub === null ? [] : [link("hub", feed.hub)]),
    ...(paging.isArchive ? [element("fh:archive", {})] : []),
    ...(paging.current === null ? [] : [link("current", paging.current)]),
    ...(paging.previous === null ? [] : [link("prev-archive", paging.previous)]),
    ...(paging.next === null ? [] : [link("next-archive", paging.next)]),
    ...feed.items.map(itemElement),
  ];
  const channel = element("channel", {}, `\n${lines.join("\n")}\n`);
  return `${xmlDeclaration}${element("rss", namespaces, `\n${channel}\n`)}\n`;
}

/** RFC 822 with a year of four digits, as RSS 2.0 wants it. */
function rfc822(moment: Date): string {
  return moment.toUTCString();
}

function link(rel: string, href: string): string {
  return element("atom:link", { rel, href, type: rel === "hub" ? null : "application/rss+xml" });
}

function imageElement({ title, pageUrl }: Feed, icon: string): string {
  return element("image", {}, textElement("url", icon) + textElement("title", title) + textElement("link", pageUrl));
}

function itemElement(item: FeedItem): string {
  const lines = [
    textElement("title", item.title),
    textElement("link", item.url),
    textElement("guid", item.id, { isPermaLink: "false" }),
    textElement("pubDate", rfc822(item.publishedAt)),
    textElement("atom:updated", item.updatedAt.toISOString()),
    ...item.authors.flatMap(({ name, url }) => [
      textElement("dc:creator", name),
      element("atom:author", {}, textElement("atom:name", name) + textElement("atom:uri", url)),
    ]),
    ...item.categories.map(categoryElement),
    textElement("description", item.summary),
    ...(item.html === null ? [] : [element("content:encoded", {}, cdata(item.html))]),
    ...(item.image ? [mediaElement(item.image)] : []),
  ];
  return element("item", {}, `\n${lines.join("\n")}\n`);
}

function categoryElement({ label, scheme }: FeedCategory): string {
  return textElement("category", label, { domain: scheme });
}
