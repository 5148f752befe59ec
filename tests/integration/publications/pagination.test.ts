import { beforeAll, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { pageSize } from "@/lib/pagination";
import { findArticle, findNeighbours } from "@/lib/publications/queries/article";
import { listByAuthor, listByCategory, listByTag, listLatestByCategory } from "@/lib/publications/queries/lists";
import { aCategory, aDesk, aPublishedArticle, aTag } from "@/tests/factories/articles";

/** Three pages, and one more article. Many share an instant, as imported articles do. */
const count = pageSize * 3 + 1;
let categoryId = 0;
let tagId = 0;
let deskId = 0;

beforeAll(async () => {
  categoryId = await aCategory("workplace-psychology");
  tagId = await aTag("stress");
  deskId = await aDesk("work-desk");
  for (let number = 0; number < count; number += 1) {
    const visibleFrom = new Date(Date.UTC(2026, 0, 1 + Math.floor(number / 9)));
    await aPublishedArticle(
      { slug: `tied-${String(number)}`, categoryId, tagIds: [tagId], authorIds: [deskId] },
      { visibleFrom },
    );
  }
});

describe.each([
  ["category", () => (page: number) => listByCategory(categoryId, page)],
  ["tag", () => (page: number) => listByTag(tagId, page)],
  ["author", () => (page: number) => listByAuthor(deskId, page)],
])("pages of a %s", (_name, list) => {
  it("hold every article once, newest first, also when dates tie", async () => {
    const pages = [];
    for (let page = 1; page <= 4; page += 1) pages.push(await list()(page));
    expect(pages.map((page) => page.items.length)).toEqual([12, 12, 12, 1]);
    expect(pages.map(({ pages: last, total }) => [last, total])).toEqual(Array(4).fill([4, count]));
    const items = pages.flatMap((page) => page.items);
    expect(new Set(items.map((item) => item.articleId)).size).toBe(count);
    const order = items.map((item) => [item.publishedAt.getTime(), item.articleId] as const);
    expect(order).toEqual([...order].sort((a, b) => b[0] - a[0] || b[1] - a[1]));
  });

  it("end: there is nothing beyond the last", async () => {
    await expect(list()(5)).rejects.toMatchObject({ code: "not-found" });
    await expect(list()(999_999)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("previous and next", () => {
  it("walk through the whole category in the order of its pages", async () => {
    const newestFirst = [];
    for (let page = 1; page <= 4; page += 1) newestFirst.push(...(await listByCategory(categoryId, page)).items);
    let article = await findArticle(newestFirst[0]!.slug);
    expect((await findNeighbours(article!)).next).toBeNull();
    const walked = [article!.slug];
    for (;;) {
      const { previous } = await findNeighbours(article!);
      if (!previous) break;
      const older = await findArticle(previous.slug);
      expect((await findNeighbours(older!)).next?.slug).toBe(article!.slug);
      walked.push(previous.slug);
      article = older;
    }
    expect(walked).toEqual(newestFirst.map((item) => item.slug));
  });
});

describe("blocks", () => {
  it("leave out what is shown elsewhere, and future articles", async () => {
    setClock(new Date("2026-01-02T00:00:00Z"));
    const [first] = (await listLatestByCategory([categoryId], 5)).get(categoryId) ?? [];
    expect(first?.publishedAt).toEqual(new Date("2026-01-02T00:00:00Z"));
    const rest = (await listLatestByCategory([categoryId], 5, [first!.articleId])).get(categoryId);
    expect(rest).toHaveLength(5);
    expect(rest?.map((card) => card.articleId)).not.toContain(first!.articleId);
    expect((await listLatestByCategory([await aCategory("news")], 5)).size).toBe(0);
  });
});
