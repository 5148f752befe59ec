import { describe, expect, it } from "vitest";
import {
  articleCrumbs,
  authorCrumbs,
  categoryCrumbs,
  peopleSitemapCrumbs,
  staticPageCrumbs,
  tagCrumbs,
} from "./crumbs";

const growth = { id: 1, slug: "growth-psychology", name: "growth psychology", parentId: null };
const habits = { id: 2, slug: "habits", name: "habits", parentId: 1 };
const categories = [growth, habits];
const home = { name: "Home", path: "/" };

describe("crumbs", () => {
  it("lead through the categories above", () => {
    expect(categoryCrumbs(habits, categories)).toEqual([
      home,
      { name: "Growth psychology", path: "/growth-psychology" },
      { name: "Habits", path: "/habits", current: true },
    ]);
  });

  it("survive categories that contain each other", () => {
    const circle = [
      { ...growth, parentId: 2 },
      { ...habits, parentId: 1 },
    ];
    expect(categoryCrumbs(circle[1]!, circle)).toHaveLength(3);
  });

  it("end a numbered page with its number", () => {
    expect(categoryCrumbs(growth, categories, 2)).toEqual([
      home,
      { name: "Growth psychology", path: "/growth-psychology" },
      { name: "Page 2", path: "/growth-psychology/page/2", current: true },
    ]);
    expect(tagCrumbs({ slug: "adhd", name: "ADHD" }, 3).at(-1)).toMatchObject({ path: "/tag/adhd/page/3" });
    expect(authorCrumbs({ slug: "work-desk", name: "Work desk" }, 2).at(-1)).toMatchObject({ name: "Page 2" });
  });

  it("of an article end with its category, which is a link", () => {
    const article = { categoryId: 2, categorySlug: "habits", categoryName: "habits" };
    expect(articleCrumbs(article, categories)).toEqual([
      home,
      { name: "Growth psychology", path: "/growth-psychology" },
      { name: "Habits", path: "/habits" },
    ]);
    // A preview of a draft may stand in no category.
    const draft = { categoryId: 0, categorySlug: "draft", categoryName: "No category yet" };
    expect(articleCrumbs(draft, categories)).toEqual([home, { name: "No category yet", path: "/draft" }]);
  });

  it.each([
    [tagCrumbs({ slug: "love-test", name: "love test" }), "Love test"],
    [authorCrumbs({ slug: "work-desk", name: "Work desk" }), "Work desk"],
    [staticPageCrumbs({ slug: "contact", title: "Contact" }), "Contact"],
    [peopleSitemapCrumbs("Sitemap"), "Sitemap"],
  ])("of other pages go home and end with the page: %#", (crumbs, name) => {
    expect(crumbs).toHaveLength(2);
    expect(crumbs[0]).toEqual(home);
    expect(crumbs[1]).toMatchObject({ name, current: true });
  });
});
