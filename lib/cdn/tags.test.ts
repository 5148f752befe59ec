import { describe, expect, it } from "vitest";
import { routeOf } from "@/lib/page-cache/routes";
import { mergedTags, siteTag, tagHeaders, touchedTags } from "./tags";

/** Whether a change that names `path` purges the page at `address`. */
function purges(path: string, address: string): boolean {
  const headers = new Map(tagHeaders(routeOf(address)?.family ?? ""));
  const given = headers.get("Cache-Tag")?.split(",") ?? [];
  return touchedTags([path]).some((tag) => given.includes(tag));
}

describe("the tags of a page", () => {
  it("are its family and the site, written for both kinds of CDN", () => {
    expect(tagHeaders("/news/a-story")).toEqual([
      ["Surrogate-Key", "/news/a-story site"],
      ["Cache-Tag", "/news/a-story,site"],
    ]);
    expect(tagHeaders("/")[0]).toEqual(["Surrogate-Key", "/ site"]);
  });

  it.each([
    ["/news/a-story", "/news/a-story"],
    ["/news/a-story", "/news/a-story.md"],
    ["/news", "/news/page/7"],
    ["/news", "/news/atom.xml"],
    ["/", "/feed.json?archive=2"],
    ["/news", "/sitemap.xml"],
    ["/news", "/sitemaps/categories.xml"],
    ["/news", "/search?q=sleep"],
    ["/café", "/caf%C3%A9"],
  ])("let a change of %s take %s away", (path, address) => {
    expect(purges(path, address)).toBe(true);
  });

  it("leave alone what a change does not name", () => {
    expect(purges("/news/a-story", "/news/another-story")).toBe(false);
    expect(purges("/news/a-story", "/news")).toBe(false);
    expect(purges("/", "/news")).toBe(false);
    expect(purges("/site", "/about-us")).toBe(false);
  });

  it("separate nothing and break no header, whatever an address holds", () => {
    for (const family of ["/a b,c", "/a%20b%2Cc", "/a\r\nX-Evil: 1", "/%E0%A4%A", "/ünï/\u{1F600}", '/"\\*@:;']) {
      for (const [, value] of tagHeaders(family)) {
        const tag = value.slice(0, -`,${siteTag}`.length);
        expect(tag).toMatch(/^[A-Za-z0-9/._~%-]+$/);
      }
    }
    expect(tagHeaders("/a b,c")).toEqual(tagHeaders("/a%20b%2Cc"));
  });

  it("are short, and still tell long addresses from each other", () => {
    const long = (end: string): string => tagHeaders(`/news/${"x".repeat(900)}${end}`)[0]?.[1].split(" ")[0] ?? "";
    expect(long("a")).toMatch(/^[0-9a-f]{64}$/);
    expect(long("a")).not.toBe(long("b"));
    expect(long("a")).toBe(long("a"));
  });
});

describe("what a change purges", () => {
  it("is each family once, and what lists everything", () => {
    expect(touchedTags(["/", "/news", "/news/page/2", "/news/feed.xml"])).toEqual([
      "/",
      "/news",
      "sitemaps",
      "/search",
    ]);
  });

  it("is the site when nothing is named, when it is among others, and when too much is named", () => {
    expect(touchedTags([])).toEqual([siteTag]);
    expect(mergedTags(["/news", siteTag])).toEqual([siteTag]);
    expect(mergedTags(Array.from({ length: 501 }, (_, index) => `/news/${String(index)}`))).toEqual([siteTag]);
    expect(mergedTags(Array.from({ length: 900 }, (_, index) => `/news/${String(index % 500)}`))).toHaveLength(500);
  });
});
