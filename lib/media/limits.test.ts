import { describe, expect, it } from "vitest";
import { widthsFor } from "./limits";

describe("widthsFor", () => {
  it.each([
    [64, [64]],
    [319, [319]],
    [320, [320]],
    [321, [320, 321]],
    [800, [320, 640, 800]],
    [1920, [320, 640, 960, 1280, 1920]],
    [8000, [320, 640, 960, 1280, 1920]],
  ])("%i pixels", (width, expected) => {
    expect(widthsFor(width)).toEqual(expected);
  });
});
