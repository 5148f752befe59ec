import { expect, it } from "vitest";
import { mediaVariant } from "@/lib/urls";
import { isMediaKey, mediaKey, variantKey } from "./variant-keys";

const sha256 = "ab0123456789cdef0123456789abcdef0123456789abcdef0123456789abcdef";

it("shortens the digest and spreads it over folders", () => {
  expect(mediaKey(sha256)).toBe("ab/ab0123456789cdef0123456789abcdef");
});

it("matches the public address", () => {
  const key = mediaKey(sha256);
  expect(variantKey(key, 640, "avif")).toBe("media/ab/ab0123456789cdef0123456789abcdef/640.avif");
  expect(mediaVariant(key, 640, "avif")).toBe(`/${variantKey(key, 640, "avif")}`);
});

it("knows its own keys", () => {
  expect(isMediaKey(mediaKey(sha256))).toBe(true);
  for (const key of ["", "ab/..", "cd/ab0123456789cdef0123456789abcdef", "ab/ab0123456789CDEF0123456789abcdef"]) {
    expect(isMediaKey(key)).toBe(false);
  }
});
