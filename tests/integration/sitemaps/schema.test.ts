/** The golden files of the builders (lib/seo), judged by the schemas; and the schemas, by what they must refuse. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "@/lib/project-root";
import { newsUrlSet } from "@/lib/seo/news-sitemap-xml";
import { sitemapIndex, urlSet } from "@/lib/seo/sitemap-xml";
import { sitemapFaults } from "@/tests/fixtures/sitemap-schema";

const golden = globSync("tests/fixtures/sitemaps/*.xml", { cwd: projectRoot }).sort();
const place = { location: "https://a.example/b/c", lastModified: new Date(0) };

it("every kind of file has a golden one", () => {
  expect(golden.map((file) => path.basename(file, ".xml"))).toEqual(["articles", "index", "news", "pages"]);
});

it.each(golden)("%s is valid", async (file) => {
  expect(await sitemapFaults(readFileSync(path.join(projectRoot, file), "utf8"))).toEqual([]);
});

describe("refused is", () => {
  const url = (inner: string): string =>
    urlSet([place])
      .replace("</url>", `${inner}</url>`)
      .replace("<urlset", `<urlset xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"`);
  const news = (from: RegExp, to: string): string =>
    newsUrlSet([{ location: place.location, title: "A title", publishedAt: place.lastModified }], {
      name: "Mental Health Network",
      language: "en",
    }).replace(from, to);

  it.each([
    ["an entry without an address", urlSet([place]).replace(/<loc>.*<\/loc>/, "")],
    ["a date that is none", urlSet([place]).replace(/<lastmod>[^<]*/, "<lastmod>yesterday")],
    ["an element that nobody knows", url("<image:caption>x</image:caption>")],
    ["an image without an address", url("<image:image></image:image>")],
    [
      "an image with more than its address",
      url("<image:image><image:loc>https://a.example/b</image:loc><a/></image:image>"),
    ],
    ["news without a title", news(/<news:title>.*<\/news:title>/, "")],
    ["news without a time zone", news(/000Z/, "000")],
    ["a publication in parentheses", news(/Network/, "Network (beta)")],
    ["a language with a region", news(/>en</, ">en-GB<")],
    ["an index without files", sitemapIndex([])],
    ["what is no XML", urlSet([place]).replace("</url>", "&</url>")],
  ])("%s", async (_, xml) => {
    expect(await sitemapFaults(xml)).not.toEqual([]);
  });
});
