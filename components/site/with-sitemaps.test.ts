import { expect, it } from "vitest";
import { withSitemaps } from "./with-sitemaps";

const about = { label: "About us", href: "/about-us" };
const [people, articles, news] = [
  { label: "Sitemap", href: "/sitemap" },
  { label: "Article sitemap", href: "/sitemap.xml" },
  { label: "News sitemap", href: "/news-sitemap.xml" },
];

it("adds the sitemaps that a menu lacks, in their order, at its end", () => {
  expect(withSitemaps([])).toEqual([people, articles, news]);
  expect(withSitemaps([about])).toEqual([about, people, articles, news]);
  expect(withSitemaps([articles, about])).toEqual([articles, about, people, news]);
});

it("keeps the place and the name that editors gave one", () => {
  const named = { label: "All articles", href: "/sitemap" };
  expect(withSitemaps([named, about, news, articles])).toEqual([named, about, news, articles]);
});
