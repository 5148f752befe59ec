import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { describeArtwork, drawArtwork } from "./draw";
import { motifSchema } from "./motif-names";
import { motifs } from "./motifs";
import { artCategories } from "./palettes";
import { renderArtwork } from "./render";

const motifNames = motifSchema.options;
const digest = (data: Buffer): string => createHash("sha256").update(data).digest("hex");

describe("drawArtwork", () => {
  it("draws the same picture for the same seed, and another one for another", () => {
    for (const motif of motifNames) {
      const subject = { motif, category: "news", seed: "a" } as const;
      expect(drawArtwork(subject)).toBe(drawArtwork({ ...subject }));
      expect(drawArtwork(subject)).not.toBe(drawArtwork({ ...subject, seed: "b" }));
      expect(drawArtwork(subject)).not.toBe(drawArtwork({ ...subject, category: "neutral" }));
    }
  });

  it("draws every composition of every motif with numbers that are numbers, small enough to keep", () => {
    for (const motif of motifNames) {
      for (let seed = 0; seed < 24; seed += 1) {
        const svg = drawArtwork({ motif, category: artCategories[seed % artCategories.length]!, seed: String(seed) });
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(svg).not.toMatch(/<(text|script|image|foreignObject)|href=/);
        expect(svg.length).toBeLessThan(400_000);
      }
    }
  });

  it("draws the composition that a variant names", () => {
    const subject = { motif: "circles", category: "news", seed: "a" } as const;
    const shown = [0, 1, 2, 3].map((variant) => describeArtwork({ ...subject, variant }));
    expect(shown.slice(0, 3)).toEqual(motifs.circles.compositions.map((composition) => composition.shows));
    expect(shown[3]).toBe(shown[0]);
    expect(drawArtwork({ ...subject, variant: 0 })).not.toBe(drawArtwork({ ...subject, variant: 1 }));
  });

  it("defines what it refers to", () => {
    const svg = drawArtwork({ motif: "lamp", category: "news", seed: "a" });
    const defined = new Set([...svg.matchAll(/ id="(d\d+)"/g)].map((match) => match[1]));
    for (const [, id] of svg.matchAll(/url\(#(d\d+)\)/g)) expect(defined).toContain(id);
  });
});

describe("describeArtwork", () => {
  it("names what the picture's own composition shows", () => {
    const seen = new Set<string>();
    for (const motif of motifNames) {
      for (let seed = 0; seed < 60; seed += 1)
        seen.add(describeArtwork({ motif, category: "news", seed: String(seed) }));
    }
    const compositions = Object.values(motifs).flatMap((entry) => entry.compositions);
    expect(seen.size).toBeGreaterThanOrEqual(compositions.length);
    for (const text of seen) expect(text).toMatch(/^[A-Z][^{}]{20,140}\.$/);
  });

  it("says moon where a moon is drawn", () => {
    const at = (seed: string): string => describeArtwork({ motif: "hills", category: "news", seed });
    const texts = Array.from({ length: 30 }, (_, seed) => at(String(seed)));
    expect(texts.some((text) => text.includes("moon"))).toBe(true);
    expect(texts.some((text) => text.includes("sun"))).toBe(true);
  });
});

describe("renderArtwork", () => {
  it("renders the same bytes for the same seed", async () => {
    const subject = { motif: "chairs", category: "growth-psychology", seed: "same" } as const;
    expect(digest(await renderArtwork(subject))).toBe(digest(await renderArtwork(subject)));
  });

  it("is 1920 × 1080 by default", async () => {
    const metadata = await sharp(await renderArtwork({ motif: "moon", category: "news", seed: "a" })).metadata();
    expect(metadata).toMatchObject({ format: "png", width: 1920, height: 1080, hasAlpha: false });
  });

  // Small and side by side, so that all 120 take seconds; the drawing is the same.
  it.each(motifNames)("renders %s for every category", async (motif) => {
    const pictures = artCategories.map((category) => ({ motif, category, seed: "every", width: 320, height: 180 }));
    await Promise.all(
      pictures.map(async (picture) => {
        const image = sharp(await renderArtwork(picture));
        expect(await image.metadata()).toMatchObject({ width: 320, height: 180 });
        const { channels, entropy } = await image.stats();
        expect(entropy).toBeGreaterThan(3);
        // No sheet of one flat colour.
        expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(8);
      }),
    );
  });
});
