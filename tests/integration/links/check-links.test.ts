import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { checkLinks, checkLinksOn } from "@/lib/links/commands";
import { brokenLinkCount, listBrokenLinks, listLinkChecks } from "@/lib/links/queries";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { doc, link, paragraph, text } from "@/lib/richtext/testing/shorthand";
import { anActor } from "@/tests/factories/actors";
import { aDraft } from "@/tests/factories/articles";
import { startWebServer, type WebServer } from "./web-server";

let server: WebServer;
let author: Actor;
let moderator: Actor;
beforeAll(async () => {
  server = await startWebServer();
  author = await anActor("author");
  moderator = await anActor("moderator");
});
afterAll(() => server.stop());

const linking = (...hrefs: string[]): { body: RichTextDocument } => ({
  body: doc(paragraph(...hrefs.map((href) => text(href, link(href))))),
});
const aDraftWith = async (...paths: string[]): Promise<number> =>
  (await aDraft(linking(...paths.map((path) => (path.startsWith("/") ? server.url + path : path))))).articleId;
const check = (articleId: number) => checkLinksOn(server.network, author, articleId);

describe("checkLinks", () => {
  it("asks every external link and keeps what it found", async () => {
    const articleId = await aDraftWith("/page", "/404", "/403", "https://example.invalid:8080/x");
    await expect(check(articleId)).resolves.toEqual({ checked: 4, dead: 2, unclear: 1 });
    const found = await listLinkChecks(author, articleId);
    expect(found.map(({ url, outcome, status }) => [url.replace(server.url, ""), outcome, status])).toEqual([
      ["/403", "unclear", 403],
      ["/404", "dead", 404],
      ["/page", "alive", 200],
      ["https://example.invalid:8080/x", "dead", null],
    ]);
  });

  it("asks nothing on this machine in earnest", async () => {
    const articleId = await aDraftWith("/page");
    const before = server.asked.length;
    await expect(checkLinks(author, articleId)).resolves.toEqual({ checked: 1, dead: 1, unclear: 0 });
    expect(server.asked).toHaveLength(before);
  });

  it("checks the works of the reference list, too", async () => {
    const citations = [
      { id: "a", type: "webpage" as const, title: "T", authors: [], year: null, url: `${server.url}/404` },
    ];
    const { articleId } = await aDraft({ citations });
    await expect(check(articleId)).resolves.toMatchObject({ checked: 1, dead: 1 });
  });

  it("forgets links that are gone, at the next check", async () => {
    const articleId = await aDraftWith("/404");
    await check(articleId);
    await database().article.update({ where: { id: articleId }, data: linking(`${server.url}/page`) });
    await check(articleId);
    expect((await listLinkChecks(author, articleId)).map(({ outcome }) => outcome)).toEqual(["alive"]);
  });

  it("is safe to run twice at the same time", async () => {
    const articleId = await aDraftWith("/page", "/404");
    await Promise.all([check(articleId), check(articleId), check(articleId)]);
    expect(await listLinkChecks(author, articleId)).toHaveLength(2);
  });

  it("is refused to who may not read articles, for no article and for nonsense", async () => {
    const articleId = await aDraftWith("/page");
    const before = server.asked.length;
    await expect(checkLinksOn(server.network, moderator, articleId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(check(999_999)).rejects.toMatchObject({ code: "not-found" });
    await expect(check(-1)).rejects.toMatchObject({ code: "invalid" });
    await expect(listLinkChecks(moderator, articleId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(brokenLinkCount(moderator)).rejects.toMatchObject({ code: "forbidden" });
    expect(server.asked).toHaveLength(before);
  });
});

describe("broken links of the whole magazine", () => {
  it("count for a week, outside the trash", async () => {
    await database().linkCheck.deleteMany();
    const [one, two] = [await aDraftWith("/404", "/page"), await aDraftWith("/404", "/410")];
    await check(one);
    await check(two);
    expect(await brokenLinkCount(author)).toBe(3);
    expect((await listBrokenLinks(author)).map(({ articleId }) => articleId).sort()).toEqual([one, two, two].sort());
    await database().article.update({ where: { id: two }, data: { trashedAt: now() } });
    expect(await brokenLinkCount(author)).toBe(1);
    setClock(new Date(now().getTime() + 8 * 86_400_000));
    expect(await brokenLinkCount(author)).toBe(0);
    await check(await aDraftWith("/page"));
    expect(await database().linkCheck.count({ where: { articleId: one } })).toBe(0);
  });

  it("always say why (the database sees to it)", async () => {
    const articleId = await aDraftWith("/page");
    const row = { articleId, url: "https://example.org", outcome: "dead" as const, checkedAt: now() };
    await expect(database().linkCheck.create({ data: row })).rejects.toThrow(/link_check_says_why/);
  });
});
