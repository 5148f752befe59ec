import { expect, it } from "vitest";
import { isSpeculative } from "./speculative";

it.each([
  [{ "sec-purpose": "prefetch" }, true],
  [{ "sec-purpose": "prefetch;prerender" }, true],
  [{ "sec-purpose": "Prefetch; prerender; anonymous-client-ip" }, true],
  [{ purpose: "prefetch" }, true],
  [{ "sec-purpose": "prefetched" }, false],
  [{ purpose: "preview" }, false],
  [{}, false],
])("%j", (headers, expected) => {
  expect(isSpeculative(headers)).toBe(expected);
});
