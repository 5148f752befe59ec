import { describe, expect, it } from "vitest";
import { routeOf } from "./routes";

const keyOf = (target: string): string | undefined => routeOf(target)?.key;

describe("routeOf", () => {
  it.each([
    ["/", "/"],
    ["/?from=letter&x=1", "/"],
    ["/news/page/2?q=1", "/news/page/2"],
    ["/search?from=x&page=2&q=sleep+well", "/search?q=sleep+well&page=2"],
    ["/search?q=sleep%20well", "/search?q=sleep+well"],
    ["/search?q=a&q=b&category=", "/search?q=a"],
    ["/search", "/search"],
    ["/news/feed.xml?archive=3&v=1", "/news/feed.xml?archive=3"],
    ["/sitemap.xml?x", "/sitemap.xml"],
    ["/robots.txt", "/robots.txt"],
  ])("keeps %s under %s", (target, key) => {
    expect(keyOf(target)).toBe(key);
  });

  it("gives one key to every order and writing of the same question", () => {
    const keys = ["/search?q=a%2Bb&page=2", "/search?page=2&q=a%2bb", "/search?page=2&x=9&q=%61%2Bb"].map(keyOf);
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ["/admin", "the desk"],
    ["/admin/articles/3", "the desk"],
    ["/api/auth/session", "an application"],
    ["/preview/abc", "a draft"],
    ["/search/suggestions?q=a", "an answer while typing"],
    ["/sitemaps/articles-1.xml", "streamed"],
    ["/media/ab/c/320.avif", "a file"],
    ["/_next/static/a.js", "a file"],
    ["/icon.svg?icon.1234", "a file"],
    ["/readyz", "operations"],
    ["/News", "a redirect"],
    ["/news/", "a redirect"],
    ["/news?utm_source=letter", "a redirect"],
    ["/a%", "no address"],
    [`/${"x".repeat(1001)}`, "too long"],
  ])("lets %s pass: %s", (target) => {
    expect(routeOf(target)).toBeNull();
  });

  it.each([
    ["/", "/"],
    ["/feed.xml", "/"],
    ["/news", "/news"],
    ["/news/page/12", "/news"],
    ["/news/atom.xml?archive=2", "/news"],
    ["/tag/stress/feed.json", "/tag/stress"],
    ["/news/a-story", "/news/a-story"],
    ["/news/a-story.md", "/news/a-story"],
    ["/sitemap", "sitemaps"],
    ["/sitemaps/tags.xml", "sitemaps"],
    ["/news-sitemap.xml", "sitemaps"],
  ])("drops %s with %s", (target, family) => {
    expect(routeOf(target)?.family).toBe(family);
  });

  it("gives search a share of its own, whatever is asked", () => {
    expect([routeOf("/search?q=a")?.part, routeOf("/news")?.part]).toEqual(["search", "pages"]);
  });
});
