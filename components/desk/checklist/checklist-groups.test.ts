import { describe, expect, it } from "vitest";
import { checklistOf } from "@/lib/articles/checklist/checklist";
import { bodyOf, completeCopy } from "@/lib/articles/checklist/testing/complete-copy";
import type { CheckItem } from "@/lib/articles/checklist/types";
import { groupItems, placeWords, summary } from "./checklist-groups";

const { items } = checklistOf(
  completeCopy({ ...bodyOf("He committed suicide."), coverId: null, tagIds: [], reviewedAt: null }),
  { siteUrl: "https://magazine.example", deadLinks: [{ href: "https://gone.example", reason: "Gone." }] },
);
const item = (given: Partial<CheckItem>): CheckItem => ({
  id: "x",
  rule: "no-tags",
  level: "advisory",
  field: "tagIds",
  where: null,
  message: "m",
  suggestion: null,
  source: null,
  ...given,
});

describe("the checklist on the screen", () => {
  it("shows what blocks first, and loses no item", () => {
    const { blocking, advice } = groupItems(items);
    expect(blocking.map(({ rule }) => rule)).toEqual(["hero", "references"]);
    expect(advice.map(({ name }) => name)).toEqual(["Safety and language", "Evidence", "Links", "Finding it"]);
    expect(blocking.length + advice.flatMap((group) => group.items).length).toBe(items.length);
  });

  it("says where", () => {
    expect(placeWords(item({}))).toBe("Tags");
    expect(placeWords(item({ field: "body" }))).toBe("Text");
    expect(placeWords(item({ field: "body", where: { block: 2, quote: "words" } }))).toBe("“words”");
    expect(placeWords(item({ field: "body", where: { block: 2, quote: "" } }))).toBe("Block 3 of the text");
  });

  it("sums up", () => {
    const blocking = item({ level: "blocking" });
    expect([[], [item({})], [blocking], [blocking, blocking, item({}), item({})]].map(summary)).toEqual([
      "Nothing to do.",
      "Ready to publish. 1 thing could be better.",
      "1 thing stands in the way of publishing.",
      "2 things stand in the way of publishing. 2 things could be better.",
    ]);
  });
});
