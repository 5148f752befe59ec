import { expect, it } from "vitest";
import { categoryFeed, feedLinks } from "./feed-links";

it("names the page's own list before the site, in three formats", () => {
  const links = feedLinks("Mind", [categoryFeed({ slug: "news", name: "news" })]);
  expect(links).toEqual({
    "application/rss+xml": [
      { url: "/news/feed.xml", title: "Mind: News (RSS)" },
      { url: "/feed.xml", title: "Mind (RSS)" },
    ],
    "application/atom+xml": [
      { url: "/news/atom.xml", title: "Mind: News (Atom)" },
      { url: "/atom.xml", title: "Mind (Atom)" },
    ],
    "application/feed+json": [
      { url: "/news/feed.json", title: "Mind: News (JSON Feed)" },
      { url: "/feed.json", title: "Mind (JSON Feed)" },
    ],
  });
  const titles = Object.values(links).flatMap((list) => list.map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
});
