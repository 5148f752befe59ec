import { expect, it } from "vitest";
import { readReaderAddress } from "./kinds";

it.each([
  ["/", { kind: "home" }],
  ["/search", { kind: "fixed" }],
  ["/sitemap.xml", { kind: "fixed" }],
  ["/sitemaps/articles-1.xml", { kind: "fixed" }],
  ["/media/ab/ab12/640.jpg", { kind: "fixed" }],
  ["/news", { kind: "top", slug: "news", page: 1 }],
  ["/news/page/2", { kind: "top", slug: "news", page: 2 }],
  ["/tag/stress", { kind: "tag", slug: "stress", page: 1 }],
  ["/author/desk/page/12", { kind: "author", slug: "desk", page: 12 }],
  ["/news/a-story", { kind: "article", categorySlug: "news", slug: "a-story" }],
  ["/feed.xml", { kind: "feed", list: "/" }],
  ["/tag/stress/atom.xml", { kind: "feed", list: "/tag/stress" }],
])("%s names %j", (path, address) => {
  expect(readReaderAddress(path)).toEqual(address);
});

it.each([
  "/tag",
  "/author",
  "/page/2",
  "/news/page/1",
  "/news/page/0",
  "/a/b/c",
  "/admin",
  "/preview/x",
  "/wp-content/a",
])("%s names nothing", (path) => {
  expect(readReaderAddress(path)).toBeNull();
});
