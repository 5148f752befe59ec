import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { checkFontsBudget, cutFont, fontsBudget } from "./build-fonts";

const read = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(file));
const source = read("@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2");

describe("the readers' fonts", () => {
  // Cutting is work for a machine that may be busy with other tests.
  it("lose no letter of the package, and keep their weights", { timeout: 60_000 }, async () => {
    const { basic, more } = await cutFont(source, { axes: { wght: { min: 400, max: 700 } }, alsoBasic: "©" });
    const [whole, first, second] = [source, basic, more].map((data) => create(data) as Font);
    // The last code point closes a table of the format; no text holds it. Below a space there is nothing to see.
    const known = (font?: Font): Set<number> =>
      new Set(font?.characterSet.filter((point) => point >= 0x20 && point < 0xffff));
    const both = new Set([...known(first), ...known(second)]);
    const missing = [...known(whole)].filter((point) => !both.has(point));
    expect(both.size).toBeGreaterThan(150);
    expect(missing.map((point) => point.toString(16))).toEqual([]);
    expect([...known(first)].filter((point) => point > 0x7e && known(second).has(point))).toEqual([]);
    expect(known(first)).toContain("©".codePointAt(0));
    expect(first?.variationAxes.wght).toMatchObject({ min: 400, max: 700 });
    expect(basic.length + more.length).toBeLessThan(source.length * 1.1);
  });

  it("keep the ligatures of f, without which there is a hole in many words", { timeout: 60_000 }, async () => {
    const newsreader = read("@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2");
    const { basic } = await cutFont(newsreader, { axes: { opsz: 20, wght: { min: 400, max: 650 } }, alsoBasic: "" });
    const font = create(basic) as Font;
    expect(font.layout("first").glyphs).toHaveLength(4);
    expect(font.layout("flow").glyphs).toHaveLength(3);
  });

  it(
    "leave a whole space after a full stop and before a capital, and go on kerning letters",
    { timeout: 60_000 },
    async () => {
      for (const style of ["normal", "italic"]) {
        const newsreader = read(`@fontsource-variable/newsreader/files/newsreader-latin-opsz-${style}.woff2`);
        const { basic } = await cutFont(newsreader, { axes: { opsz: 20, wght: 400 }, alsoBasic: "" });
        const font = create(basic) as Font;
        const moved = (text: string): number[] => {
          const { glyphs, positions } = font.layout(text);
          return positions.map(({ xAdvance }, index) => xAdvance - (glyphs[index]?.advanceWidth ?? 0));
        };
        for (const pair of [". T", ". W", "1. E", ", a", "y T", "r A", ".\u00a0T"]) {
          expect(new Set(moved(pair)), pair).toEqual(new Set([0]));
        }
        expect(Math.min(...moved("AVTo"))).toBeLessThan(0);
      }
    },
  );

  it("have a budget", () => {
    expect(() => {
      checkFontsBudget(fontsBudget);
    }).not.toThrow();
    expect(() => {
      checkFontsBudget(fontsBudget + 1);
    }).toThrow("32769 bytes, the budget is 32768");
  });
});
