import { describe, expect, it } from "vitest";
import { along, mix } from "./color";

describe("mix", () => {
  it.each(["#000000", "#ffffff", "#d6967d", "#0e2e38"])("keeps %s at both ends", (color) => {
    expect(mix(color, "#123456", 0)).toBe(color);
    expect(mix("#123456", color, 1)).toBe(color);
  });

  it("is half way where the eye sees half way, not where the numbers do", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#636363");
  });
});

describe("along", () => {
  const ramp = ["#000000", "#ff0000", "#ffffff"];

  it("passes through every step and stops at the ends", () => {
    expect([-1, 0, 0.5, 1, 2].map((position) => along(ramp, position))).toEqual([
      "#000000",
      "#000000",
      "#ff0000",
      "#ffffff",
      "#ffffff",
    ]);
  });
});
