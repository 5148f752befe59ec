import { describe, expect, it } from "vitest";
import { categoryTree, deletionRefusal, selfAndDescendants } from "./policy";

const none = { articles: 0, publications: 0, subcategories: 0, menuLinks: 0 };

describe("deletionRefusal", () => {
  it("lets go of what nothing uses", () => {
    expect(deletionRefusal("tag", none)).toBeNull();
  });

  it("names everything that uses it", () => {
    expect(deletionRefusal("category", { articles: 1200, publications: 3, subcategories: 1, menuLinks: 2 })).toBe(
      "This category is used: 1,200 articles, 1 subcategory, 2 menu entries. Merge it into another one, or take it away there first.",
    );
    expect(deletionRefusal("tag", { ...none, publications: 1 })).toContain("1 published version.");
  });
});

const categories = [
  { id: 1, parentId: null },
  { id: 2, parentId: 3 },
  { id: 3, parentId: null },
  { id: 4, parentId: 2 },
];

it("categoryTree puts each after its parent", () => {
  expect(categoryTree(categories).map(({ id, depth }) => [id, depth])).toEqual([
    [1, 0],
    [3, 0],
    [2, 1],
    [4, 2],
  ]);
});

it("selfAndDescendants finds all below", () => {
  expect([...selfAndDescendants(categories, 3)].sort()).toEqual([2, 3, 4]);
  expect([...selfAndDescendants(categories, 1)]).toEqual([1]);
});
