import { describe, expect, it } from "vitest";
import { sniffFormat } from "./sniff-format";

const nameOf = (bytes: Buffer | string, encoding: BufferEncoding = "latin1"): string => {
  const sniffed = sniffFormat(typeof bytes === "string" ? Buffer.from(bytes, encoding) : bytes);
  if (sniffed.kind === "accepted") return sniffed.type;
  return sniffed.kind === "unsupported" ? sniffed.name : sniffed.kind;
};

describe("sniffFormat", () => {
  it.each([
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
    ["GIF89a", "image/gif"],
    ["\0\0\0\x1cftypavif\0\0\0\0mif1avif", "image/avif"],
    ["\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "image/avif"],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"],
    ["\0\0\0\x18ftypisom\0\0\0\0isomiso2", "unknown"],
    // The brand lies behind the box's end.
    ["\0\0\0\x10ftypisom\0\0\0\0avif", "unknown"],
    ["II*\0", "TIFF"],
    ["RIFF\x10\0\0\0WAVEfmt ", "unknown"],
    ["", "unknown"],
    ["\xff", "unknown"],
  ])("%j is %s", (bytes, expected) => {
    expect(nameOf(bytes)).toBe(expected);
  });

  it.each([
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "\ufeff<?xml version='1.0'?>\n<!-- a -->\n<svg:svg>",
    "<SVG >",
  ])("finds the SVG in %j", (text) => {
    expect(nameOf(text, "utf8")).toBe("SVG");
    expect(nameOf(text, "utf16le")).toBe("SVG");
  });

  it("takes other markup for no picture", () => {
    expect(nameOf("<!doctype html><title>svg</title>")).toBe("unknown");
  });
});
