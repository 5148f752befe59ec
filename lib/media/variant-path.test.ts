import { describe, expect, it } from "vitest";
import { mediaVariant } from "@/lib/urls";
import { mediaKey, variantKey } from "./variant-keys";
import { parseVariantPath } from "./variant-path";

const key = mediaKey("ab".repeat(32));

describe("parseVariantPath", () => {
  it("reads back what mediaVariant writes", () => {
    for (const format of ["avif", "webp", "jpg"] as const) {
      const parts = mediaVariant(key, 1280, format).split("/").slice(2);
      expect(parseVariantPath(parts)).toBe(variantKey(key, 1280, format));
    }
  });

  it.each([
    ["..", "..", "320.avif"],
    ["ab", "ab".repeat(16), "320.svg"],
    ["ab", "ab".repeat(16), "0320.avif"],
    ["cd", "ab".repeat(16), "320.avif"],
    ["ab", "ab".repeat(16), "320.avif", "x"],
    ["ab", "ab".repeat(16)],
    [],
  ])("refuses %j %j %j", (...parts) => {
    expect(parseVariantPath(parts)).toBeNull();
  });
});
