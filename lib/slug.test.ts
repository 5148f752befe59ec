import { describe, expect, it } from "vitest";
import { slugify, slugPattern, slugSchema } from "./slug";

describe("slugify", () => {
  it.each([
    ["What happens during therapy sessions", "what-happens-during-therapy-sessions"],
    ["Café & ADHD", "cafe-adhd"],
    ["It’s   not -- you", "its-not-you"],
    ["Ünïcödé", "unicode"],
    ["Größe, Øre & Łódź", "grosse-ore-lodz"],
    ["心理", ""],
    ["-a-", "a"],
  ])("%s", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it("makes only what the pattern takes, also when cut", () => {
    const slug = slugify(`${"word ".repeat(23)}12345 x`);
    expect(slug).toMatch(slugPattern);
    expect(slug.length).toBeLessThanOrEqual(120);
  });
});

describe("slugSchema", () => {
  it.each(["a--b", "-a", "a-", "A", "a b", "", "ä"])("refuses %j", (slug) => {
    expect(slugSchema.safeParse(slug).success).toBe(false);
  });
});
