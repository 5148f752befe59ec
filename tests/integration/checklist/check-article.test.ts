import { beforeAll, describe, expect, it } from "vitest";
import { checkArticle } from "@/lib/articles/checklist/queries";
import type { WorkingCopyInput } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { doc, heading, link, paragraph, text } from "@/lib/richtext/testing/shorthand";
import { anActor } from "@/tests/factories/actors";
import { aCategory, aDesk, aDraft, aPublishedArticle, aTag } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";

let reviewer: Actor;
let moderator: Actor;
let complete: Partial<WorkingCopyInput>;
beforeAll(async () => {
  reviewer = await anActor("reviewer");
  moderator = await anActor("moderator");
  complete = {
    excerpt: "What this article is about, in so many words that a search result has something to show.",
    coverId: await aMedia({ size: { width: 1200, height: 1200 } }),
    coverAlt: "A path",
    tagIds: [await aTag("stress")],
  };
});

const linking = (...hrefs: string[]) =>
  doc(heading(2, "Sleep", "sleep"), paragraph("See ", ...hrefs.map((href) => text(href, link(href)))));
const check = async (given: Partial<WorkingCopyInput>) =>
  checkArticle(reviewer, (await aDraft({ ...complete, ...given })).articleId);
const dead = async (...hrefs: string[]) => {
  const { items } = await check({ body: linking(...hrefs) });
  return items.map(({ where }) => where?.quote);
};

describe("checkArticle", () => {
  it("finds nothing in a complete article", async () => {
    await expect(check({})).resolves.toMatchObject({ items: [], version: 1, links: { external: 0, unchecked: 0 } });
  });

  it("advises against a picture that search engines find too small", async () => {
    const { items } = await check({ coverId: await aMedia() });
    expect(items).toMatchObject([{ level: "advisory", rule: "small-hero", field: "coverId" }]);
  });

  it("says what blocks, and what could be better", async () => {
    const { items } = await check({ coverId: null, body: doc(paragraph("He committed suicide.")), healthClaims: true });
    expect(items.map(({ level, rule }) => `${level} ${rule}`)).toEqual([
      "blocking hero",
      "blocking reviewer",
      "blocking references",
      "advisory crisis-help",
      "advisory language.committed-suicide",
    ]);
  });

  it("is for the newsroom", async () => {
    const { articleId } = await aDraft();
    await expect(checkArticle(moderator, articleId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(checkArticle(reviewer, 999_999)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("links within the site", () => {
  beforeAll(async () => {
    await aPublishedArticle({ slug: "a-public-piece", ...complete });
    await aDraft({ slug: "a-draft-piece" });
    await aDesk("a-desk");
    await database().page.create({
      data: { slug: "about-us", title: "About", body: doc(), bodyText: "", updatedAt: now() },
    });
    const waiting = { activeFrom: new Date(now().getTime() + 3_600_000) };
    await database().redirect.createMany({
      data: [
        { fromPath: "/news/old-piece", toPath: "/news/a-public-piece" },
        { fromPath: "/old/*", toPath: "/news/*" },
        { fromPath: "/news/gone-piece", toPath: null, status: 410 },
        { fromPath: "/news/later-piece", toPath: "/news", ...waiting },
      ],
    });
  });

  it("lead to what readers can see now", async () => {
    await aCategory("news");
    expect(
      await dead(
        "/",
        "/search?q=sleep",
        "/news",
        "/news/page/2",
        "/News/a-public-piece/?from=here#end",
        `${env().SITE_URL}/news/a-public-piece`,
        "/other-category/a-public-piece",
        "/tag/stress",
        "/author/a-desk",
        "/about-us",
        "/news/old-piece",
        "/old/anything/below",
        "/sitemap.xml",
        "#sleep",
        "#references",
      ),
    ).toEqual([]);
  });

  it("are dead where readers would find nothing", async () => {
    const hrefs = [
      "#dreams",
      "/nothing",
      "/news/no-such-piece",
      "/news/a-draft-piece",
      "/tag/no-such-tag",
      "/author/nobody",
      "/news/gone-piece",
      "/news/later-piece",
      "/old",
    ];
    expect(await dead(...hrefs)).toEqual(hrefs);
    const { items } = await check({ body: linking("/news/a-draft-piece") });
    expect(items[0]?.message).toContain("not public");
  });
});

describe("links to other sites", () => {
  it("are as the last check found them", async () => {
    const hrefs = [
      "https://a.example/dead",
      "https://a.example/unclear",
      "https://a.example/alive",
      "https://a.example/new",
    ];
    const { articleId } = await aDraft({ ...complete, body: linking(...hrefs) });
    const checkedAt = now();
    await database().linkCheck.createMany({
      data: [
        { articleId, url: "https://a.example/dead", outcome: "dead", status: 404, error: "Not there.", checkedAt },
        { articleId, url: "https://a.example/unclear", outcome: "unclear", status: 403, error: "Refused.", checkedAt },
        { articleId, url: "https://a.example/alive", outcome: "alive", status: 200, checkedAt },
        { articleId, url: "https://a.example/taken-out", outcome: "dead", status: 404, error: "Not there.", checkedAt },
      ],
    });
    const { items, links } = await checkArticle(reviewer, articleId);
    expect(items.map(({ rule, where }) => [rule, where?.quote])).toEqual([["dead-link", "https://a.example/dead"]]);
    expect(links).toEqual({
      external: 4,
      unchecked: 1,
      checkedAt: checkedAt.toISOString(),
      unclear: [{ url: "https://a.example/unclear", reason: "Refused." }],
    });
  });
});
