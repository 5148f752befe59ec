import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { routeOf } from "@/lib/page-cache/routes";
import { familyFolders, isReachedByFamily, pageFolder, siteFolder } from "./layout";

describe("the folder of a page", () => {
  it.each([
    ["/", "."],
    ["/news", "news"],
    ["/news/page/2", "news/page/2"],
    ["/tag/low-self-esteem", "tag/low-self-esteem"],
    ["/news/a.b~c_d", "news/a.b~c_d"],
    // nginx takes escapes apart before it looks for a file.
    ["/tag/%C3%A9motion", "tag/émotion"],
  ])("of %s is %s", (key, folder) => {
    expect(pageFolder(key)).toBe(folder);
  });

  it.each([
    "/search?q=sleep",
    "/news/",
    "//news",
    "/News",
    "/..",
    "/news/../x",
    "/news/.hidden",
    "/%2e%2e/x",
    "/a%2Fb",
    "/a%5Cb",
    "/a%00b",
    "/a%20b",
    "/a b",
    // Lower-case digits, letters that need no escape, and what is no UTF-8.
    "/%c3%a9motion",
    "/%61bc",
    "/%FF",
    "/index.html",
    "/news/index.html.gz",
    `/${"a".repeat(256)}`,
    `/${"%C3%A9".repeat(128)}`,
    "sitemaps",
    "",
  ])("does not exist for %j", (key) => {
    expect(pageFolder(key)).toBeNull();
  });

  it("is asked for by the same expression in nginx.conf", () => {
    const [, expression = ""] =
      /\$plainly_written \{[^"]*"~([^"]*)" 1;/.exec(readFileSync(".deploy/nginx.conf", "utf8")) ?? [];
    const served = new RegExp(expression);
    for (const address of ["/", "/news", "/news/a.b~c", "/tag/%C3%A9motion"])
      expect(served.test(address), address).toBe(true);
    for (const address of ["/news?", "/news/", "//news", "/News", "/news/.x", "/%2e", "/%2F", "/a b", "/%c3%a9"]) {
      expect(served.test(address), address).toBe(false);
    }
  });
});

describe("what a family stands for", () => {
  it("is the page, and the folder of its further pages", () => {
    expect(familyFolders("/news")).toEqual({ page: "news", furtherPages: "news/page" });
    expect(familyFolders("/")).toEqual({ page: ".", furtherPages: "page" });
    expect(familyFolders("/a%2Fb")).toBeNull();
  });

  it("holds every page that has files, and nothing else", () => {
    for (const key of ["/", "/page/2", "/news", "/news/page/12", "/news/sleep", "/sitemap"]) {
      expect(isReachedByFamily(routeOf(key)!), key).toBe(true);
    }
    for (const key of ["/feed.xml", "/news/feed.xml", "/news/sleep.md", "/sitemap.xml", "/search?q=a"]) {
      expect(isReachedByFamily(routeOf(key)!), key).toBe(false);
    }
  });

  it("is the page for people where all sitemaps are meant", () => {
    expect(familyFolders("sitemaps")).toEqual({ page: "sitemap", furtherPages: "sitemap/page" });
  });
});

it("keeps the pages of each address of the site apart", () => {
  expect(siteFolder("https://magazine.example", "abc")).toBe("abc-https-magazine.example");
  expect(siteFolder("http://localhost:3000", "abc")).toBe("abc-http-localhost");
});
