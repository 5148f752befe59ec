import { describe, expect, it } from "vitest";
import { looksLikeMarkdown } from "./looks-like-markdown";

describe("looksLikeMarkdown", () => {
  it.each([
    "## A heading\n\nWords.",
    "Words with **bold** in them",
    "See [the guideline](https://example.org/a).",
    "- one\n- two",
    "1. one\n2. two",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "> quoted\n> words",
    "A claim [@smith-2001].",
  ])("yes: %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    "",
    "Plain words.\n\nMore of them.",
    "- a dash before one line",
    "2 * 3 * 4 = 24",
    "snake_case_word and #hashtag",
    "10. November was cold.",
    "https://example.org/a_b_c",
  ])("no: %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
