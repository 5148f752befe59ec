/**
 * Letters as paths, from the fonts that the site serves. Drawn like this, a card looks the same on every machine: no font
 * of the system is asked for.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Font, GlyphRun } from "fontkit";
import { projectRoot } from "@/lib/project-root";

/** Letters of one size on one line. */
export type Typeface = {
  /** False for what none of its files has a letter for: emoji, Chinese. */
  has: (codePoint: number) => boolean;
  /** In pixels, kerning included. */
  width: (text: string, size: number) => number;
  /** SVG paths. `x` is the left edge, `y` the baseline. */
  paths: (text: string, size: number, x: number, y: number) => string;
};

type Cut = {
  /** Of a package @fontsource-variable. */
  family: string;
  /** Each has other letters; the first that has one is taken. */
  files: string[];
  axes: Record<string, number>;
  /** Added behind every letter, in parts of the size. */
  tracking: number;
};

const cuts = {
  headline: {
    family: "newsreader",
    files: ["latin-opsz-normal", "latin-ext-opsz-normal", "vietnamese-opsz-normal"],
    axes: { wght: 540, opsz: 72 },
    tracking: -0.008,
  },
  kicker: {
    family: "figtree",
    files: ["latin-wght-normal", "latin-ext-wght-normal"],
    axes: { wght: 700 },
    tracking: 0.1,
  },
  name: { family: "figtree", files: ["latin-wght-normal", "latin-ext-wght-normal"], axes: { wght: 600 }, tracking: 0 },
} satisfies Record<string, Cut>;

export type Typefaces = Record<keyof typeof cuts, Typeface>;

let opened: Promise<Typefaces> | undefined;

/** Opens the files at the first call, which takes about 0.2 seconds. The process that draws is gone soon, and they with it. */
export function openTypefaces(): Promise<Typefaces> {
  opened ??= openAll().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function openAll(): Promise<Typefaces> {
  const [headline, kicker, name] = await Promise.all([cuts.headline, cuts.kicker, cuts.name].map(openTypeface));
  if (!headline || !kicker || !name) throw new Error("A typeface is missing.");
  return { headline, kicker, name };
}

async function openTypeface({ family, files, axes, tracking }: Cut): Promise<Typeface> {
  const fonts = await Promise.all(files.map((file) => openFont(family, file, axes)));
  const fontOf = (codePoint: number) => fonts.find((font) => font.hasGlyphForCodePoint(codePoint));
  const runsOf = (text: string): Run[] => shape(text, fontOf);
  return {
    has: (codePoint) => fontOf(codePoint) !== undefined,
    width: (text, size) =>
      runsOf(text).reduce(
        (sum, { font, run }) => sum + (run.advanceWidth / font.unitsPerEm + tracking * run.glyphs.length) * size,
        0,
      ),
    paths: (text, size, x, y) => {
      let pen = x;
      let svg = "";
      for (const { font, run } of runsOf(text)) {
        const scale = size / font.unitsPerEm;
        for (const [index, glyph] of run.glyphs.entries()) {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
          const place = `translate(${round(pen + xOffset * scale)} ${round(y - yOffset * scale)})`;
          const d = glyph.path.toSVG();
          if (d) svg += `<path transform="${place} scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${d}"/>`;
          pen += xAdvance * scale + tracking * size;
        }
      }
      return svg;
    },
  };
}

type Run = { font: Font; run: GlyphRun };

/** Stretches of letters that one font has. Letters that none has are left out; lettering.ts has removed them before. */
function shape(text: string, fontOf: (codePoint: number) => Font | undefined): Run[] {
  const stretches: { font: Font; text: string }[] = [];
  for (const letter of text) {
    const font = fontOf(letter.codePointAt(0) ?? 0);
    const last = stretches.at(-1);
    if (font && last?.font === font) last.text += letter;
    else if (font) stretches.push({ font, text: letter });
  }
  return stretches.map((stretch) => ({ font: stretch.font, run: stretch.font.layout(stretch.text) }));
}

/** Unpacked first: fontkit reads WOFF2 by itself, but gives such fonts no weight other than their default. */
async function openFont(family: string, file: string, axes: Record<string, number>): Promise<Font> {
  const [{ create }, { default: unpack }] = await Promise.all([import("fontkit"), import("woff2-encoder/decompress")]);
  const folder = path.join(projectRoot, "node_modules", "@fontsource-variable", family, "files");
  const font = create(Buffer.from(await unpack(await readFile(path.join(folder, `${family}-${file}.woff2`)))));
  if (!("getVariation" in font)) throw new Error(`${family}-${file} is a collection of fonts.`);
  return font.getVariation(axes);
}

function round(value: number): string {
  return value.toFixed(2);
}
