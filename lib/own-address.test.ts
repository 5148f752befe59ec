import { describe, expect, it } from "vitest";
import { isHttpsAddress, isOwnPath, linkTarget } from "./own-address";

describe("linkTarget", () => {
  it.each(["/", "/news", "/news/a-story?x=1#part", "https://example.org", "https://example.org/a?b=c"])(
    "takes %s",
    (href) => {
      expect(linkTarget.parse(href)).toBe(href);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\evil.example",
    "/a\\b",
    "/a b",
    "/a\u0000b",
    "http://example.org",
    "https://",
    "https://user:secret@example.org",
    "https:\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "news",
    "",
    `/${"a".repeat(500)}`,
  ])("refuses %j", (href) => {
    expect(linkTarget.safeParse(href).success).toBe(false);
  });

  it("keeps the two kinds apart", () => {
    expect(isOwnPath("https://example.org")).toBe(false);
    expect(isHttpsAddress("/news")).toBe(false);
  });
});
