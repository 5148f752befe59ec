import { describe, expect, it } from "vitest";
import { escapeXml, newsUrlSet, sitemapIndex, urlSet } from "./sitemap-xml";

describe("sitemaps", () => {
  it("writes a file, with and without a date", () => {
    expect(
      urlSet([
        { location: "https://a.example/b?x=1&y=2" },
        { location: "https://a.example/", lastModified: new Date(0) },
      ]),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        "<url><loc>https://a.example/b?x=1&amp;y=2</loc></url>\n" +
        "<url><loc>https://a.example/</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod></url>\n" +
        "</urlset>\n",
    );
  });

  it("writes an index", () => {
    expect(sitemapIndex([{ location: "https://a.example/sitemaps/pages.xml" }])).toContain(
      "<sitemap><loc>https://a.example/sitemaps/pages.xml</loc></sitemap>",
    );
  });

  it("writes news, also none", () => {
    const publication = { name: "Mental Health Network", language: "en" };
    const news = { location: "https://a.example/news/x", title: `"Tests" & <scores>`, publishedAt: new Date(0) };
    expect(newsUrlSet([news], publication)).toContain(
      "<news:publication_date>1970-01-01T00:00:00.000Z</news:publication_date><news:title>&quot;Tests&quot; &amp; &lt;scores&gt;</news:title>",
    );
    expect(newsUrlSet([], publication)).toMatch(/<urlset [^>]+>\n<\/urlset>\n$/);
  });
});

describe("escapeXml", () => {
  it("escapes the five, keeps emoji and Chinese, drops what XML forbids", () => {
    expect(escapeXml("&<>\"'")).toBe("&amp;&lt;&gt;&quot;&apos;");
    expect(escapeXml("🙂 心理\u0000\u000b\uFFFE\uD800")).toBe("🙂 心理");
  });
});
