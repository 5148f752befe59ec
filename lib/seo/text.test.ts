import { describe, expect, it } from "vitest";
import { capitalized, cutDescription } from "./text";

describe("cutDescription", () => {
  it("leaves a short one on one line", () => {
    expect(cutDescription(" What happens\nin therapy. ")).toBe("What happens in therapy.");
  });

  it("cuts a long one between words", () => {
    const cut = cutDescription("a quiet room, ".repeat(20));
    expect(cut.length).toBeLessThanOrEqual(161);
    expect(cut).toMatch(/\w…$/);
  });

  it("cuts a text without spaces anywhere", () => {
    expect(cutDescription("x".repeat(400))).toHaveLength(81);
  });
});

describe("capitalized", () => {
  it.each([
    ["marriage psychology", "Marriage psychology"],
    ["ADHD", "ADHD"],
    ["", ""],
    ["über uns", "Über uns"],
  ])("%s becomes %s", (name, expected) => {
    expect(capitalized(name)).toBe(expected);
  });
});
