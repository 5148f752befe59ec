import { describe, expect, it } from "vitest";
import { hrefFromTyped, isWebAddress } from "./link-address";

describe("hrefFromTyped", () => {
  it.each([
    ["https://example.org/a b", null],
    ["https://example.org/a", "https://example.org/a"],
    ["  example.org/a?b=1 ", "https://example.org/a?b=1"],
    ["www.example.org", "https://www.example.org"],
    ["desk@example.org", "mailto:desk@example.org"],
    ["mailto:desk@example.org", "mailto:desk@example.org"],
    ["tel:+49301234", "tel:+49301234"],
    ["/news/a-page", "/news/a-page"],
    ["#reference-1", "#reference-1"],
    ["//evil.example", null],
    ["/\\evil.example", null],
    ["javascript:alert(1)", null],
    ["java\nscript:alert(1)", null],
    ["data:text/html,x", null],
    ["words", null],
    ["", null],
  ])("%j is %j", (typed, href) => {
    expect(hrefFromTyped(typed)).toBe(href);
  });

  it.each([
    ["https://site.example/news/a?b#c", "/news/a?b#c"],
    ["https://site.example", "/"],
    ["http://site.example/news", "http://site.example/news"],
    ["https://site.example//evil.example", "https://site.example//evil.example"],
  ])("makes %j on the site %j", (typed, href) => {
    expect(hrefFromTyped(typed, "https://site.example")).toBe(href);
  });
});

describe("isWebAddress", () => {
  it.each([
    ["https://example.org", true],
    [" http://example.org/a ", true],
    ["example.org", false],
    ["https://example.org and more", false],
    ["https://", false],
  ])("%j: %s", (text, expected) => {
    expect(isWebAddress(text)).toBe(expected);
  });
});
