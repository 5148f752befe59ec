import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { projectRoot } from "@/lib/project-root";
import { appleIcon, drawnIcons, logo, maskableIcon, smallIcon } from "@/lib/seo/icons";
import { drawCard } from "@/lib/social-cards/draw-card";
import { standIn, standInFile } from "@/lib/social-cards/stand-in";
import { drawIcon, icoOf } from "./draw-icons";

const stored = (file: string): Buffer => readFileSync(path.join(projectRoot, "public", file));
const icoHeader = 22;

async function pixels(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe("the icons under public/", () => {
  it.each(drawnIcons.map((icon) => [icon.path, icon] as const))(
    "%s shows the sign as it is now",
    async (file, icon) => {
      const bytes = stored(file);
      const kept = await pixels(file.endsWith(".ico") ? bytes.subarray(icoHeader) : bytes);
      const drawn = await pixels(await drawIcon(icon));
      expect([kept.width, kept.height]).toEqual([icon.size, icon.size]);
      // Another version of the renderer may round an edge otherwise.
      const off = kept.data.reduce((sum, value, index) => sum + Math.abs(value - (drawn.data[index] ?? 0)), 0);
      expect(off / kept.data.length).toBeLessThan(1);
    },
  );

  it("have the sizes that their readers ask for", () => {
    expect(smallIcon.size).toBe(32);
    expect(appleIcon.size).toBe(180);
    // developers.google.com/search/docs/appearance/structured-data/organization: a logo has at least 112 by 112 pixels.
    expect(logo.size).toBeGreaterThanOrEqual(112);
    // w3c.github.io/manifest: the corners of the sign stay within the safe zone, a circle of 80 % of the width.
    expect(maskableIcon.share).toBeLessThanOrEqual(0.8);
  });

  it("weigh little", () => {
    for (const { path: file } of drawnIcons) expect(stored(file).length, file).toBeLessThan(8 * 1024);
  });
});

it("the stand-in for cards is the card without words, as it is drawn now", async () => {
  const kept = await pixels(stored(standInFile));
  const drawn = await pixels(await drawCard(standIn));
  expect([kept.width, kept.height]).toEqual([1200, 630]);
  const off = kept.data.reduce((sum, value, index) => sum + Math.abs(value - (drawn.data[index] ?? 0)), 0);
  expect(off / kept.data.length).toBeLessThan(1);
  expect(stored(standInFile).length).toBeLessThan(50 * 1024);
}, 30_000);

describe("icoOf", () => {
  it("puts a picture into the box that browsers know", () => {
    const ico = icoOf(Buffer.from("png"), 32);
    expect(ico.length).toBe(icoHeader + 3);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 1]);
    expect([ico.readUInt8(6), ico.readUInt8(7), ico.readUInt32LE(14), ico.readUInt32LE(18)]).toEqual([32, 32, 3, 22]);
  });
});
