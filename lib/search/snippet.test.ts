import { describe, expect, it } from "vitest";
import { splitSnippet } from "./snippet";

describe("splitSnippet", () => {
  it("marks what matched", () => {
    expect(splitSnippet("how \u0002therapy\u0003 ends,\nand \u0002therapies\u0003")).toEqual([
      { text: "how ", match: false },
      { text: "therapy", match: true },
      { text: " ends, and ", match: false },
      { text: "therapies", match: true },
    ]);
  });

  it("leaves HTML as text", () => {
    expect(splitSnippet("<b>\u0002x\u0003</b>")).toEqual([
      { text: "<b>", match: false },
      { text: "x", match: true },
      { text: "</b>", match: false },
    ]);
  });

  it("takes a text without a match, and none", () => {
    expect(splitSnippet("plain")).toEqual([{ text: "plain", match: false }]);
    expect(splitSnippet("")).toEqual([]);
  });
});
