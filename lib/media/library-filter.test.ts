import { describe, expect, it } from "vitest";
import { readFolder, readLibraryFilter } from "./library-filter";

describe("readFolder", () => {
  it.each([
    [null, undefined],
    ["", undefined],
    ["top", null],
    ["7", 7],
    ["07", undefined],
    ["-1", undefined],
    ["1e3", undefined],
    ["99999999999", undefined],
  ])("%j is %j", (text, expected) => {
    expect(readFolder(text)).toBe(expected);
  });
});

describe("readLibraryFilter", () => {
  it("asks for everything when nothing is said", () => {
    expect(readLibraryFilter(new URLSearchParams())).toEqual({ search: "", folderId: undefined, unused: false });
  });

  it("reads what is said, and no endless search", () => {
    const filter = readLibraryFilter(new URLSearchParams({ q: "a".repeat(999), folder: "top", unused: "1" }));
    expect(filter).toEqual({ search: "a".repeat(200), folderId: null, unused: true });
  });
});
