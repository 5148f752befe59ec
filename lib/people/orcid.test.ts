import { expect, it } from "vitest";
import { readOrcid } from "./orcid";

// The first two are ORCID's own examples.
it.each([
  ["0000-0002-1825-0097", "0000-0002-1825-0097"],
  ["https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"],
  ["0000000216942 33x", "0000-0002-1694-233X"],
  ["0000-0002-1825-0098", null],
  ["0000-0002-1825-009", null],
  ["", null],
  ["https://evil.example/0000-0002-1825-0097", null],
])("%j is %j", (text, orcid) => {
  expect(readOrcid(text)).toBe(orcid);
});
