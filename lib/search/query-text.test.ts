import { describe, expect, it } from "vitest";
import { prefixQuery, readQuery } from "./query-text";

describe("readQuery", () => {
  it("trims and folds white space and control characters", () => {
    expect(readQuery("  social\u0000\t anxiety \n")).toEqual({
      kind: "query",
      text: "social anxiety",
      words: ["social", "anxiety"],
    });
  });

  it.each([undefined, "", "   ", "\u0000\u0001"])("knows that %j asks nothing", (raw) => {
    expect(readQuery(raw)).toEqual({ kind: "empty" });
  });

  it("draws the line at 200 characters", () => {
    expect(readQuery("x".repeat(200)).kind).toBe("query");
    expect(readQuery("x".repeat(201)).kind).toBe("too-long");
    expect(readQuery("x".repeat(10_000)).kind).toBe("too-long");
  });

  it("keeps what was typed and takes words without accents, signs and repeats", () => {
    expect(readQuery("Café's <b>café</b>; DROP TABLE--")).toEqual({
      kind: "query",
      text: "Café's <b>café</b>; DROP TABLE--",
      words: ["cafe", "s", "b", "drop", "table"],
    });
  });

  it("survives half a surrogate pair", () => {
    expect(readQuery("a\uD800b")).toEqual({ kind: "query", text: "a b", words: ["a", "b"] });
  });
});

describe("prefixQuery", () => {
  it("leaves only the last word open", () => {
    expect(prefixQuery(["social", "anx"])).toBe("'social' & 'anx':*");
    expect(prefixQuery(["it's"])).toBe("'it''s':*");
    expect(prefixQuery([])).toBeNull();
  });
});
