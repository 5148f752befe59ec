import { describe, expect, it } from "vitest";
import { cutToWidth, pixelWidth } from "./pixel-width";

describe("the width of a line", () => {
  it("adds up the widths of its letters", () => {
    expect(pixelWidth("", 20)).toBe(0);
    expect(pixelWidth("iW", 20)).toBeCloseTo((0.222 + 0.944) * 20);
    expect(pixelWidth("Mental health", 20)).toBeCloseTo(
      (833 + 556 + 556 + 278 + 556 + 222 + 278 + 556 + 556 + 556 + 222 + 278 + 556) / 50,
    );
  });

  it("counts an accented letter as its letter, and signs of wide scripts as wide", () => {
    expect(pixelWidth("é", 10)).toBe(pixelWidth("e", 10));
    expect(pixelWidth("e\u0301", 10)).toBe(pixelWidth("e", 10));
    expect(pixelWidth("心理", 10)).toBe(20);
    expect(pixelWidth("👩‍👩‍👧", 10)).toBe(10);
  });
});

describe("cutting to a width", () => {
  it("leaves what fits, on one line", () => {
    expect(cutToWidth(" Two\n words ", 20, 200)).toEqual({ text: "Two words", cut: false });
  });

  it("cuts between words, and never past the limit", () => {
    const text = "A headline that goes on for rather longer than anybody would want to read it in a result";
    for (const limit of [100, 233, 400, 580]) {
      const { text: kept, cut } = cutToWidth(text, 20, limit);
      expect(cut).toBe(true);
      expect(pixelWidth(kept, 20)).toBeLessThanOrEqual(limit);
      expect(text.startsWith(kept.replace(" …", ""))).toBe(true);
      expect(text.charAt(kept.length - 2)).toBe(" ");
    }
  });

  it("cuts a single word that is too long", () => {
    const { text } = cutToWidth("W".repeat(50), 20, 100);
    expect(text).toBe("WWWW…");
  });
});
