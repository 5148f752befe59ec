import { expect, it } from "vitest";
import { slugPattern } from "@/lib/slug";
import { isAutomaticSlug, placeholderSlug, slugOfHeadline } from "./automatic-slug";

it("follows the headline until somebody chooses", () => {
  expect(isAutomaticSlug(placeholderSlug(7), "")).toBe(true);
  expect(isAutomaticSlug("after-the-breakup", "After the breakup")).toBe(true);
  expect(isAutomaticSlug("after-the-breakup-2", "After the breakup")).toBe(true);
  expect(isAutomaticSlug("breaking-up", "After the breakup")).toBe(false);
  expect(isAutomaticSlug("after-the-breakup-now", "After the breakup")).toBe(false);
});

it("is a slug however long the headline is, and none where nothing is left", () => {
  expect(slugOfHeadline("word ".repeat(60))).toMatch(slugPattern);
  expect(slugOfHeadline("心理")).toBeNull();
});
