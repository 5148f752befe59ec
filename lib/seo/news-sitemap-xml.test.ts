import { describe, expect, it } from "vitest";
import { newsFileSize, newsUrlSet } from "./news-sitemap-xml";

const publication = { name: "Mental Health Network", language: "en" };
const publishedAt = new Date("2026-11-28T08:30:00.000Z");
const news = (title: string) => ({ location: "https://a.example/news/x", title, publishedAt });

/** What stands in an element of the file with one article. */
function told(element: string, title = "A title", about: { name?: string; language?: string } = {}): string {
  const xml = newsUrlSet([news(title)], { ...publication, ...about });
  return new RegExp(`<news:${element}>([^<]*)</news:${element}>`).exec(xml)?.[1] ?? "";
}

it("writes articles with what Google asks for", async () => {
  const xml = newsUrlSet(
    [news(`"Tests" & <scores>: 'élan' 🙂 心理`), { ...news("Plain"), location: "https://a.example/?a=1&b=2" }],
    publication,
  );
  await expect(xml).toMatchFileSnapshot("../../tests/fixtures/sitemaps/news.xml");
});

it("may be empty", () => {
  expect(newsUrlSet([], publication)).toMatch(/<urlset [^>]+>\n<\/urlset>\n$/);
});

it("holds as many articles as Google allows", () => {
  expect(newsFileSize).toBe(1_000);
});

it.each([
  ["Mental Health Network (beta)", "Mental Health Network"],
  ["Mind (and Body) Weekly", "Mind Weekly"],
  ["心理（测试）周刊", "心理 周刊"],
  ["(Mind)", "Mind"],
])("calls the magazine %s without parentheses", (name, expected) => {
  expect(told("name", "A title", { name })).toBe(expected);
});

it.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["fil", "fil"],
  ["zh", "zh-cn"],
  ["zh-Hans-SG", "zh-cn"],
  ["zh-CN", "zh-cn"],
  ["zh-TW", "zh-tw"],
  ["zh-Hant", "zh-tw"],
])("writes the language %s as %s", (language, expected) => {
  expect(told("language", "A title", { language })).toBe(expected);
});

describe("titles", () => {
  it.each([
    ["How to rest | Mental Health Network", "How to rest"],
    ["How to rest - mental health network", "How to rest"],
    ["How to rest — Mental Health Network", "How to rest"],
    ["How to rest: Mental Health Network", "How to rest"],
    ["Inside the Mental Health Network", "Inside the Mental Health Network"],
    ["Mental Health Network", "Mental Health Network"],
    ["Self-Mental Health Network", "Self-Mental Health Network"],
    ["Short", "Short"],
  ])("%s", (title, expected) => {
    expect(told("title", title)).toBe(expected);
  });
});
