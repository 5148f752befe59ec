import { describe, expect, it } from "vitest";
import { weighTags } from "./tag-steps";

const tag = (articles: number) => ({
  id: articles,
  slug: `t${String(articles)}`,
  name: `t${String(articles)}`,
  articles,
});

describe("weighTags", () => {
  it("gives the fewest step 1 and the most step 6", () => {
    expect(weighTags([tag(1), tag(10), tag(100)]).map((weighed) => weighed.step)).toEqual([1, 4, 6]);
  });

  it("keeps the order of counts", () => {
    const weighed = weighTags([3, 80, 9, 1, 27].map(tag));
    for (const a of weighed) {
      for (const b of weighed) {
        if (a.articles < b.articles) expect(a.step).toBeLessThanOrEqual(b.step);
      }
    }
  });

  it("gives equal counts the smallest step, and nothing for no tags", () => {
    expect(weighTags([tag(5), { ...tag(5), id: 6 }]).map((weighed) => weighed.step)).toEqual([1, 1]);
    expect(weighTags([])).toEqual([]);
  });
});
