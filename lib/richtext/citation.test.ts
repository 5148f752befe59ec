import { describe, expect, it } from "vitest";
import { citationSchema, citationsSchema } from "./citation";

const least = { id: "a-2001", type: "webpage", title: "A page", authors: ["Samaritans"], year: null };

describe("citationSchema", () => {
  it("fills what is not known with null and leaves out what is not the reader's", () => {
    expect(citationSchema.parse({ ...least, finding: "x", seenAt: [] })).toEqual({
      ...least,
      container: null,
      volume: null,
      issue: null,
      pages: null,
      doi: null,
      url: null,
      publisher: null,
    });
  });

  it.each([
    { url: "javascript:alert(1)" },
    { url: "//evil.example" },
    { doi: "https://doi.org/10.1000/182" },
    { doi: "10.1000/1 82" },
    { id: "A 1" },
    { title: " " },
    { type: "song" },
    { year: 12 },
  ])("refuses %j", (change) => {
    expect(citationSchema.safeParse({ ...least, ...change }).success).toBe(false);
  });
});

describe("citationsSchema", () => {
  it("refuses the same id twice", () => {
    expect(citationsSchema.safeParse([least]).success).toBe(true);
    expect(citationsSchema.safeParse([least, least]).error?.issues[0]?.path).toEqual([1, "id"]);
  });
});
