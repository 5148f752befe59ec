import { describe, expect, it } from "vitest";
import { fillHomeSlots, homeSlotLabel, homeSlots } from "./slots";

const stories = (...ids: number[]) => ids.map((articleId) => ({ articleId }));
const nothing = new Map<string, { articleId: number }>();
const idsOf = (filled: ReadonlyMap<string, { articleId: number }>) =>
  [...filled.values()].map(({ articleId }) => articleId);

describe("fillHomeSlots", () => {
  it("fills every place with the newest when nothing is pinned", () => {
    const newest = stories(...homeSlots.map((_, index) => index), 99);
    expect(idsOf(fillHomeSlots(nothing, newest))).toEqual(homeSlots.map((_, index) => index));
  });

  it("keeps a pinned story in its place, and shows no story twice", () => {
    const pinned = new Map([["top-2", { articleId: 1 }]]);
    const filled = fillHomeSlots(pinned, stories(1, 2, 3, 4));
    expect([...filled]).toEqual([
      ["lead", { articleId: 2 }],
      ["top-1", { articleId: 3 }],
      ["top-2", { articleId: 1 }],
      ["top-3", { articleId: 4 }],
    ]);
  });

  it("shows a pinned story that is older than all others", () => {
    expect(fillHomeSlots(new Map([["lead", { articleId: 500 }]]), stories(1)).get("lead")).toEqual({ articleId: 500 });
  });

  it("never leaves the lead empty while there is a story", () => {
    expect([...fillHomeSlots(new Map([["strip-4", { articleId: 7 }]]), [])]).toEqual([["lead", { articleId: 7 }]]);
    expect(fillHomeSlots(nothing, []).size).toBe(0);
  });
});

it("names every place", () => {
  expect(new Set(homeSlots.map(homeSlotLabel)).size).toBe(homeSlots.length);
  expect(homeSlotLabel("top-3")).toBe("Beside the lead, 3");
});
