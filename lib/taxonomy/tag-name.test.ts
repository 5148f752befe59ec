import { describe, expect, it } from "vitest";
import { tidyTagName } from "./tag-name";

describe("tidyTagName", () => {
  it.each([
    ["stress", "stress"],
    ["  low   self-esteem ", "low self-esteem"],
    ["#ADHD", "ADHD"],
    ["love, at first sight,", "love, at first sight"],
    ["sleep;", "sleep"],
    ["C#", "C#"],
    ["Cafe\u0301", "Café"],
    ["line\nbreak\tand tab", "line break and tab"],
    [" , ", ""],
    ["#", ""],
  ])("makes %j into %j", (typed, name) => {
    expect(tidyTagName(typed)).toBe(name);
  });
});
