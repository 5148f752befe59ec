/** Articles as Markdown, and llms.txt. */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { setClock } from "@/lib/clock";
import { createRedirect } from "@/lib/redirects/commands/edit-redirects";
import { doc, heading, image, link, paragraph, reference, text } from "@/lib/richtext/testing/shorthand";
import { saveSiteSettings } from "@/lib/settings/commands";
import { getSiteSettings, getSiteSettingsForm } from "@/lib/settings/queries";
import { aCategory, aDesk, aPublishedArticle, aTag, testActor } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";
import { aColleague } from "@/tests/factories/newsroom";
import { ask } from "./ask";
import { at, multiply, republish, withdraw } from "./newsroom";

const site = "http://localhost:3000";

beforeAll(async () => {
  setClock(at(0));
  const body = doc(
    paragraph("First * words", reference("a-2001"), ", ", text("here", link("/news/other")), "."),
    heading(2, "Why", "why"),
    image(await aMedia(), "What it shows"),
  );
  await aPublishedArticle({
    slug: "rich",
    headline: "Tom: *the* “Jerry” & 心理",
    excerpt: "In short: it's # fine.",
    categoryId: await aCategory("news"),
    authorIds: [await aDesk("ann-o-neil")],
    tagIds: [await aTag("adhd")],
    coverId: await aMedia(),
    coverAlt: "A path",
    citations: [{ id: "a-2001", type: "book", title: "On things", authors: ["Ames, Ann"], year: 2001 }],
    body,
  });
});
beforeEach(() => {
  setClock(at(1));
});

describe("an article as Markdown", () => {
  it("has front matter, the headline, and the whole text", async () => {
    const { status, headers, text: file } = await ask("/news/rich.md");
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    expect(headers.get("X-Robots-Tag")).toBe("noindex");
    expect(headers.get("Link")).toBe(`<${site}/news/rich>; rel="canonical"`);
    const [, front = "", body = ""] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(file) ?? [];
    expect(parse(front)).toEqual({
      title: "Tom: *the* “Jerry” & 心理",
      description: "In short: it's # fine.",
      canonical: `${site}/news/rich`,
      authors: [{ name: "ann o neil", url: `${site}/author/ann-o-neil` }],
      published: at(0).toISOString(),
      updated: at(0).toISOString(),
      category: "News",
      tags: ["adhd"],
    });
    const picture = String.raw`http://localhost:3000/media/[0-9a-f/]+/64\.jpg`;
    expect(body).toMatch(
      new RegExp(
        String.raw`^# Tom: \\\*the\\\* “Jerry” & 心理\n\nIn short: it's # fine\.\n\n!\[A path\]\(${picture}\)\n\nFirst \\\* words\[\^1\], \[here\]\(${site}/news/other\)\.\n\n## Why\n\n!\[alt \d+\]\(${picture}\)\n\n\*What it shows\*\n\n\[\^1\]: Ames, A\. \(2001\)\. \*On things\.\*\n$`,
      ),
    );
    const { children } = unified().use(remarkParse).use(remarkGfm).parse(body);
    expect(children.map(({ type }) => type)).toEqual([
      "heading",
      "paragraph",
      "paragraph",
      "paragraph",
      "heading",
      "paragraph",
      "paragraph",
      "footnoteDefinition",
    ]);
  });

  it("answers 304 until something changes", async () => {
    const { headers } = await ask("/news/rich.md");
    expect((await ask("/news/rich.md", { "If-None-Match": headers.get("ETag")! })).status).toBe(304);
    expect((await ask("/news/rich.md", { "If-Modified-Since": headers.get("Last-Modified")! })).status).toBe(304);
  });

  it("is at one address: another category leads there in one hop, an old slug too", async () => {
    expect(await ask("/wrong/rich.md")).toMatchObject({ status: 301, location: "/news/rich.md", text: "" });
    const { articleId } = await aPublishedArticle({ slug: "old-name" });
    setClock(at(2));
    await republish(articleId, { slug: "new-name", categoryId: await aCategory("elsewhere") });
    const moved = await ask("/news/old-name.md");
    expect([301, 308]).toContain(moved.status);
    expect(moved.location).toBe("/elsewhere/new-name.md");
    expect((await ask("/news/new-name.md")).location).toBe("/elsewhere/new-name.md");
    expect((await ask("/elsewhere/new-name.md")).status).toBe(200);
  });

  it("names the address of an article that is at home elsewhere", async () => {
    const canonicalUrl = "https://elsewhere.example/a";
    await aPublishedArticle({ slug: "foreign", canonicalUrl });
    const { headers, text: file } = await ask("/news/foreign.md");
    expect(headers.get("Link")).toBe(`<${canonicalUrl}>; rel="canonical"`);
    expect(file).toContain(`canonical: ${canonicalUrl}\n`);
  });

  it("is gone when the article is, and never was when it was never public", async () => {
    const [noticed, gone] = [await aPublishedArticle({ slug: "noticed" }), await aPublishedArticle({ slug: "gone" })];
    setClock(at(3));
    await withdraw(noticed.articleId, "The study was retracted.");
    await withdraw(gone.articleId, "", true);
    expect(await ask("/news/noticed.md")).toMatchObject({
      status: 410,
      text: "This article was withdrawn. The study was retracted.\n",
    });
    expect(await ask("/news/gone.md")).toMatchObject({ status: 410, text: "This article is gone.\n" });
    await aPublishedArticle({ slug: "later" }, { visibleFrom: at(50) });
    expect((await ask("/news/later.md")).status).toBe(404);
    expect((await ask("/news/never.md")).status).toBe(404);
    setClock(at(50));
    expect((await ask("/news/later.md")).status).toBe(200);
  });

  it("leads on where the page does, also to what has no text", async () => {
    await createRedirect(await aColleague("editor"), { fromPath: "/news/to-a-list", toPath: "/tag/adhd", status: 302 });
    expect(await ask("/news/to-a-list.md")).toMatchObject({ status: 302, location: "/tag/adhd" });
  });
});

describe("llms.txt", () => {
  it("names the newest indexable articles by category, feeds and sitemaps", async () => {
    setClock(at(60));
    const categoryId = await aCategory("growth");
    await aPublishedArticle({ slug: "older", headline: "Older [one]", excerpt: "What it is.", categoryId });
    await aPublishedArticle({ slug: "hidden", noindex: true, categoryId });
    await aPublishedArticle({ slug: "foreign-one", canonicalUrl: "https://elsewhere.example/b", categoryId });
    setClock(at(61));
    await aPublishedArticle({ slug: "newer", headline: "Newer", excerpt: "Why.", categoryId });
    const { status, headers, text: file } = await ask("/llms.txt");
    const { name, tagline } = await getSiteSettings();
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(file.startsWith(`# ${name}\n\n> ${tagline}\n\n`)).toBe(true);
    expect(file).toContain(
      `## Growth\n\n- [Newer](${site}/growth/newer.md): Why.\n- [Older \\[one\\]](${site}/growth/older.md): What it is.\n\n## `,
    );
    expect(file).toContain(`## Feeds\n\n- [RSS 2.0](${site}/feed.xml): `);
    expect(file).toContain(`## Optional\n\n- [Sitemap](${site}/sitemap.xml): `);
    expect(file).not.toMatch(/hidden|foreign-one/);
    for (const [, path = ""] of file.matchAll(/\(http:\/\/localhost:3000([^)]*\.md)\)/g)) {
      expect((await ask(path)).status).toBe(200);
    }
  });

  it("stays a file of moderate size: at most 25 articles a category", async () => {
    setClock(at(70));
    const categoryId = await aCategory("many");
    await multiply((await aPublishedArticle({ categoryId })).articleId, 26);
    setClock(at(100));
    const named = (await ask("/llms.txt")).text.match(/(?<=\/many\/)[a-z0-9-]+(?=\.md)/g);
    expect(named).toEqual(Array.from({ length: 25 }, (_, index) => `copy-${String(26 - index)}`));
  });
});

it("both are off by a setting", async () => {
  const { version, settings } = await getSiteSettingsForm(testActor);
  await saveSiteSettings(testActor, { expectedVersion: version, settings: { ...settings, machineText: false } });
  expect((await ask("/llms.txt")).status).toBe(404);
  expect((await ask("/news/rich.md")).status).toBe(404);
  expect((await ask("/feed.xml")).status).toBe(200);
  await saveSiteSettings(testActor, { expectedVersion: version + 1, settings });
  expect((await ask("/news/rich.md")).status).toBe(200);
});
