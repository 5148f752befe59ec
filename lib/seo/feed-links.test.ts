import { expect, it } from "vitest";
import { categoryFeed, feedLinks } from "./feed-links";

it("names the page's own list before the site, in three formats", () => {
  const links = feedLinks("Mind", [categoryFeed({ slug: "news", name: "news" })]);
  expect(links.map(({ type, path, title }) => [type, path, title])).toEqual([
    ["application/rss+xml", "/news/feed.xml", "Mind: News (RSS)"],
    ["application/rss+xml", "/feed.xml", "Mind (RSS)"],
    ["application/atom+xml", "/news/atom.xml", "Mind: News (Atom)"],
    ["application/atom+xml", "/atom.xml", "Mind (Atom)"],
    ["application/feed+json", "/news/feed.json", "Mind: News (JSON Feed)"],
    ["application/feed+json", "/feed.json", "Mind (JSON Feed)"],
  ]);
  const titles = links.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
