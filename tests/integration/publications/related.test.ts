import { beforeAll, describe, expect, it } from "vitest";
import type { ArticleView } from "@/lib/publications/types";
import { findArticle } from "@/lib/publications/queries/article";
import { listRelated } from "@/lib/publications/queries/related";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { aCategory, aPublishedArticle, aTag } from "@/tests/factories/articles";

let subject: ArticleView;
const related = async (limit: number) => {
  const { articles, tags } = await getSiteFrame();
  const archive = { articles, perTag: new Map(tags.map((tag) => [tag.id, tag.articles])) };
  return (await listRelated(subject, archive, limit)).map((card) => card.slug);
};

beforeAll(async () => {
  const [growth, news] = [await aCategory("growth-psychology"), await aCategory("news")];
  const [rare, common] = [await aTag("autism"), await aTag("stress")];
  const visibleFrom = new Date("2026-01-01T00:00:00Z");
  const publish = (slug: string, given: Parameters<typeof aPublishedArticle>[0]) =>
    aPublishedArticle({ slug, headline: `About ${slug.replaceAll("-", " ")}`, ...given }, { visibleFrom });
  await publish("subject", { categoryId: growth, tagIds: [rare, common], headline: "Questions before an assessment" });
  await publish("shares-rare", { categoryId: news, tagIds: [rare] });
  await publish("shares-common", { categoryId: news, tagIds: [common] });
  for (let number = 0; number < 6; number += 1)
    await publish(`filler-${String(number)}`, { categoryId: news, tagIds: [common] });
  await publish("same-category", { categoryId: growth });
  await publish("same-words", { categoryId: news, headline: "Questions after an assessment" });
  await publish("stranger", { categoryId: news });
  subject = (await findArticle("subject"))!;
});

describe("listRelated", () => {
  it("puts a rare shared tag before a common one, and any of them before strangers", async () => {
    const slugs = await related(20);
    expect(slugs[0]).toBe("shares-rare");
    const place = (slug: string): number => slugs.indexOf(slug);
    expect(place("shares-common")).toBeGreaterThan(place("shares-rare"));
    expect(place("stranger")).toBeGreaterThan(place("shares-common"));
    expect(place("stranger")).toBeGreaterThan(place("same-category"));
    expect(place("stranger")).toBeGreaterThan(place("same-words"));
  });

  it("never holds the article itself, or anything twice", async () => {
    const slugs = await related(20);
    expect(slugs).not.toContain("subject");
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it("fills up with others when nothing is shared, and is stable", async () => {
    expect(await related(9)).toHaveLength(9);
    expect(await related(9)).toEqual(await related(9));
  });
});
