import { describe, expect, it } from "vitest";
import type { Citation } from "@/lib/richtext/citation";
import { citationSchema } from "@/lib/richtext/citation";
import { doc, heading, link, paragraph, text } from "@/lib/richtext/testing/shorthand";
import { linkTargets } from "./targets";

const siteUrl = "https://magazine.example";
const targets = (hrefs: string[], citations: Citation[] = []) =>
  linkTargets(
    { body: doc(heading(2, "Sleep", "sleep"), paragraph(...hrefs.map((href) => text(href, link(href))))), citations },
    siteUrl,
  );
const cited = (given: object): Citation =>
  citationSchema.parse({ id: "a", type: "article", title: "T", authors: [], year: null, ...given });

describe("the links of an article", () => {
  it("are asked outside when they lead outside, each once, works of the reference list too", () => {
    const hrefs = [
      "https://a.example/x",
      "https://a.example/x",
      "mailto:a@b.example",
      "tel:123",
      "/news",
      `${siteUrl}/news`,
    ];
    const works = [cited({ doi: "10.1000/182" }), cited({ url: "https://a.example/x" }), cited({})];
    expect(targets(hrefs, works).external).toEqual(["https://a.example/x", "https://doi.org/10.1000/182"]);
    expect(targets(["https://magazine.example.org/"]).external).toEqual(["https://magazine.example.org/"]);
  });

  it.each([
    ["/", "/", { kind: "fixed" }],
    ["https://magazine.example", "/", { kind: "fixed" }],
    ["/news", "/news", { kind: "top", slug: "news" }],
    ["/News/?a=b#c", "/news", { kind: "top", slug: "news" }],
    ["/news/page/2", "/news/page/2", { kind: "top", slug: "news" }],
    ["https://magazine.example/news/a-piece#end", "/news/a-piece", { kind: "article", slug: "a-piece" }],
    ["/tag/stress", "/tag/stress", { kind: "tag", slug: "stress" }],
    ["/author/a-desk/page/2", "/author/a-desk/page/2", { kind: "author", slug: "a-desk" }],
    ["/search?q=x", "/search", { kind: "fixed" }],
    ["/sitemap.xml", "/sitemap.xml", { kind: "fixed" }],
    ["/a/b/c", "/a/b/c", { kind: "article", slug: "a/b/c" }],
  ])("within the site: %s", (href, path, target) => {
    expect(targets([href]).internal).toEqual([{ href, path, target }]);
  });

  it("within the text lead to its headings or to parts of the page", () => {
    expect(targets(["#sleep", "#references", "#table-1", "#dreams"]).deadFragments).toEqual(["#dreams"]);
  });
});
