import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { SocialCard } from "./card-address";
import { cardSvg, drawCard } from "./draw-card";
import { openTypefaces, type Typefaces } from "./typefaces";

let faces: Typefaces;
beforeAll(async () => {
  faces = await openTypefaces();
}, 30_000);

const card: SocialCard = {
  headline: "What happens in couples therapy",
  kicker: "marriage psychology",
  category: "marriage-psychology",
  siteName: "Mental Health Network",
};
const svg = (given: Partial<SocialCard> = {}) => cardSvg({ ...card, ...given }, faces);
const letters = (drawing: string) => drawing.match(/<path transform/g)?.length ?? 0;

describe("a card", () => {
  it("is a PNG of 1200 x 630 pixels in the category's colour", async () => {
    const file = await drawCard(card);
    const { format, width, height, hasAlpha } = await sharp(file).metadata();
    expect({ format, width, height, hasAlpha }).toEqual({ format: "png", width: 1200, height: 630, hasAlpha: false });
    expect(file.length).toBeLessThan(150_000);
    const corner = await sharp(file).toColourspace("srgb").extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer(); // prettier-ignore
    expect([...corner.subarray(0, 3)].map((value, index) => Math.abs(value - [0x98, 0x30, 0x4a][index]!) < 4)).toEqual([
      true,
      true,
      true,
    ]);
  }, 30_000);

  it("has no text that a font of the system would draw, and is well-formed whatever the words", () => {
    const drawing = svg({ headline: `<script>&"'</script> & more`, siteName: "A & B" });
    expect(drawing).not.toMatch(/<text|font|script|&(?!amp;)/);
    expect(drawing.match(/<g/g)?.length).toBe(drawing.match(/<\/g>/g)?.length);
  });

  it("is written in letters, each where it is wide", () => {
    const words = "What happens in couples therapy".replaceAll(" ", "").length;
    const kicker = "marriagepsychology".length;
    const name = "MentalHealthNetwork".length;
    expect(letters(svg())).toBe(words + kicker + name);
  });

  it("leaves out what the fonts have no letters for", () => {
    expect(svg({ headline: "焦虑 (😀): Calm" })).toBe(svg({ headline: "Calm" }));
    expect(svg({ headline: "焦虑症状" })).toBe(svg({ headline: "Mental Health Network" }));
    expect(letters(svg({ headline: "焦虑", siteName: "焦虑", kicker: "焦虑" }))).toBe(0);
  });

  it("has letters for Latin languages, also where they are in another file", () => {
    for (const letter of "café naïve Łódź Đặng ở đâu “–” İstanbul ſ") {
      expect([letter, letter === "ſ" || faces.headline.has(letter.codePointAt(0) ?? 0)]).toEqual([letter, true]);
    }
    expect(faces.headline.has("焦".codePointAt(0) ?? 0)).toBe(false);
  });

  it("keeps its letters on the card, however long the headline", () => {
    for (const headline of [
      "A",
      "Word ".repeat(28).trim(),
      "W".repeat(140),
      "Psychoneuroendocrinology ".repeat(5).trim(),
    ]) {
      const places = [...svg({ headline }).matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) scale\(0/g)];
      expect(places.length).toBeGreaterThan(0);
      const [x, y] = [places.map(([, left]) => Number(left)), places.map(([, , baseline]) => Number(baseline))];
      expect(Math.min(...x)).toBeGreaterThan(70);
      expect(Math.max(...x)).toBeLessThan(1200 - 84);
      expect(Math.min(...y)).toBeGreaterThan(84);
      expect(Math.max(...y)).toBeLessThan(630 - 50);
    }
  });

  it("does not say the site's name twice", () => {
    expect(letters(svg({ headline: "Mental Health Network", kicker: null }))).toBe("MentalHealthNetwork".length);
  });
});

describe("letters", () => {
  it("are kerned, and heavier and finer than the font's default", () => {
    const { headline } = faces;
    expect(headline.width("AV", 100)).toBeLessThan(headline.width("A", 100) + headline.width("V", 100));
    expect(headline.width("AV", 200)).toBeCloseTo(2 * headline.width("AV", 100), 5);
  });
});
