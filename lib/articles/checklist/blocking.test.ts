import { describe, expect, it } from "vitest";
import { doc, heading, image, paragraph, reference } from "@/lib/richtext/testing/shorthand";
import type { WorkingCopyInput } from "../schema";
import { blockingProblems } from "./blocking";
import { bodyOf, citation, completeCopy } from "./testing/complete-copy";

const ids = (given: Partial<WorkingCopyInput>) => blockingProblems(completeCopy(given)).map(({ id }) => id);
const unseen = (mediaId: number, decorative = false) => ({
  ...image(mediaId, "A path"),
  attrs: { ...image(mediaId, "A path").attrs, alt: " ", decorative },
});

describe("what must be there before publishing", () => {
  it("is all there in a complete article", () => {
    expect(ids({})).toEqual([]);
  });

  it.each<[string, Partial<WorkingCopyInput>, string[]]>([
    ["an excerpt", { excerpt: "  " }, ["excerpt"]],
    ["a byline", { authorIds: [] }, ["byline"]],
    ["a hero", { coverId: null }, ["hero"]],
    ["the hero's alternative text", { coverAlt: "" }, ["hero-alternative"]],
    ["a reviewer of health claims", { reviewerId: null }, ["reviewer"]],
    ["a reviewer who did not write it", { reviewerId: 1 }, ["reviewer-is-author"]],
    ["a work of the list that the text refers to", bodyOf("No mark."), ["references"]],
    ["the works that the text refers to", { citations: [] }, ["references", "unknown-reference"]],
  ])("%s", (_, given, expected) => {
    expect(ids(given)).toEqual(expected);
  });

  it("asks for a headline even where a schema would let it be empty", () => {
    expect(blockingProblems({ ...completeCopy(), headline: " " }).map(({ id }) => id)).toEqual(["headline"]);
  });

  it("asks for a category where a schema would let it be missing", () => {
    const copy = { ...completeCopy(), categoryId: 0 };
    expect(blockingProblems(copy).map(({ id }) => id)).toEqual(["category"]);
  });

  it("asks for reviewer and references only where health claims are made", () => {
    expect(ids({ ...bodyOf("A plain text."), healthClaims: false, reviewerId: null, citations: [] })).toEqual([]);
    expect(ids({ healthClaims: false, reviewerId: null, citations: [] })).toEqual(["unknown-reference"]);
    const others = [citation, { ...citation, id: "other-1999" }];
    expect(ids({ body: doc(paragraph("x", reference("other-1999"))), citations: others })).toEqual([]);
  });

  it("says which picture has no alternative text", () => {
    const gallery = { type: "gallery" as const, attrs: { caption: null }, content: [image(1), unseen(2)] };
    const given = bodyOf(paragraph("x", reference("work-2020")), unseen(3), unseen(4, true), gallery);
    expect(blockingProblems(completeCopy(given))).toMatchObject([
      { id: "alternative-text", where: { block: 1, quote: "A path" } },
      { id: "alternative-text", where: { block: 3, quote: "A path" } },
    ]);
  });

  it.each<[(2 | 3 | 4)[], number[]]>([
    [[2, 3, 4, 2, 3], []],
    [[2, 4], [2]],
    [[3, 2], [1]],
    [[2, 3, 4, 4, 2, 4, 3], [6]],
  ])("heading levels %j break off at %j", (levels, places) => {
    const given = bodyOf(paragraph("x", reference("work-2020")), ...levels.map((level) => heading(level, "Words")));
    const found = blockingProblems(completeCopy(given));
    expect(found.map(({ id, where }) => [id, where?.block])).toEqual(places.map((place) => ["heading-order", place]));
    expect(found.every(({ where }) => where?.quote === "Words")).toBe(true);
  });
});
