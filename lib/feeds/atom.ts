/** Atom 1.0 (RFC 4287), with archives (RFC 5005) and Media RSS for pictures. Pure. */
import { cdata, element, textElement, xmlDeclaration } from "@/lib/xml";
import { mediaElement } from "./media-rss";
import type { Feed, FeedAuthor, FeedCategory, FeedItem } from "./types";

export const atomContentType = "application/atom+xml; charset=utf-8";

export function atomFeed(feed: Feed): string {
  const { paging } = feed;
  const lines = [
    textElement("id", feed.id),
    textElement("title", feed.title),
    textElement("subtitle", feed.description),
    textElement("updated", feed.updatedAt.toISOString()),
    textElement("generator", feed.publisher.name),
    personElement(feed.publisher),
    ...(feed.icon === null ? [] : [textElement("icon", feed.icon)]),
    link("self", feed.selfUrl),
    link("alternate", feed.pageUrl, "text/html"),
    ...(feed.hub === null ? [] : [element("link", { rel: "hub", href: feed.hub })]),
    ...(paging.isArchive ? [element("fh:archive", {})] : []),
    ...(paging.current === null ? [] : [link("current", paging.current)]),
    ...(paging.previous === null ? [] : [link("prev-archive", paging.previous)]),
    ...(paging.next === null ? [] : [link("next-archive", paging.next)]),
    ...feed.items.map(entryElement),
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:media": "http://search.yahoo.com/mrss/",
    "xml:lang": feed.language,
  };
  return `${xmlDeclaration}${element("feed", attributes, `\n${lines.join("\n")}\n`)}\n`;
}

function link(rel: string, href: string, type = "application/atom+xml"): string {
  return element("link", { rel, href, type });
}

function personElement({ name, url }: FeedAuthor): string {
  return element("author", {}, textElement("name", name) + textElement("uri", url));
}

function entryElement(item: FeedItem): string {
  const lines = [
    textElement("id", item.id),
    textElement("title", item.title),
    link("alternate", item.url, "text/html"),
    textElement("published", item.publishedAt.toISOString()),
    textElement("updated", item.updatedAt.toISOString()),
    ...item.authors.map(personElement),
    ...item.categories.map(categoryElement),
    textElement("summary", item.summary),
    ...(item.html === null ? [] : [element("content", { type: "html" }, cdata(item.html))]),
    ...(item.image ? [mediaElement(item.image)] : []),
  ];
  return element("entry", {}, `\n${lines.join("\n")}\n`);
}

function categoryElement({ term, label, scheme }: FeedCategory): string {
  return element("category", { term, scheme, label });
}
