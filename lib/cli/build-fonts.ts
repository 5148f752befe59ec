/**
 * Makes the readers' fonts: cuts the packaged typefaces down to what English text is set in, so that a first visit loads
 * tens of kilobytes and not hundreds. What else they can write stays in a second file of each, which browsers fetch only
 * for a page that has such a letter. `node --import tsx lib/cli/build-fonts.ts`
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";
import { projectRoot } from "@/lib/project-root";
import { withoutSpaceKerning } from "./space-kerning";

/** Most that the two fonts of every page may weigh together, in bytes. */
export const fontsBudget = 32 * 1024;

const target = path.join(projectRoot, "app/fonts");

/** Printable ASCII, and what typesetting adds to it. Kept in step with `unicode-range` in app/(site)/fonts.ts. */
const basicCharacters = `${charactersFrom(0x20, 0x7e)}\u00a0·–—‘’“”•…`;
/** What stands in the frame of every page besides: in the footer and between crumbs. As `unicode-range` in app/figtree.ts. */
const frameCharacters = "©›";

type Cut = {
  name: string;
  /** In node_modules. */
  source: string;
  axes: Record<string, number | { min: number; max: number }>;
  /** Every page loads it. */
  onEveryPage: boolean;
  /** In its first file beyond the basic ones. */
  alsoBasic: string;
};

/**
 * Newsreader at one optical size, between text and headline: the axis of sizes would double the file. The weights are
 * those that the style sheets use; what is set in italics is set in one.
 */
const cuts: readonly Cut[] = [
  {
    name: "newsreader",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
    axes: { opsz: 20, wght: { min: 400, max: 650 } },
    onEveryPage: true,
    alsoBasic: "",
  },
  {
    name: "newsreader-italic",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2",
    axes: { opsz: 20, wght: 400 },
    onEveryPage: false,
    alsoBasic: "",
  },
  {
    name: "figtree",
    source: "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
    axes: { wght: { min: 400, max: 700 } },
    onEveryPage: true,
    alsoBasic: frameCharacters,
  },
];

/**
 * Writes the fonts that are not there yet; nothing is cut again while package and recipe are the same.
 * @throws Error when what every page loads is over the budget
 */
export async function buildFonts(): Promise<void> {
  const recipe = createHash("sha256");
  for (const file of ["build-fonts.ts", "space-kerning.ts"]) {
    recipe.update(await readFile(path.join(import.meta.dirname, file)));
  }
  const { resolve } = createRequire(import.meta.url);
  const sources = await Promise.all(cuts.map(({ source }) => readFile(resolve(source))));
  for (const source of sources) recipe.update(source);
  const digest = recipe.digest("hex");
  const stamp = path.join(target, "recipe");
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === digest) return;
  await mkdir(target, { recursive: true });
  let onEveryPage = 0;
  for (const [index, cut] of cuts.entries()) {
    const source = sources[index] ?? Buffer.alloc(0);
    const { basic, more } = await cutFont(source, cut);
    if (cut.onEveryPage) onEveryPage += basic.length;
    await writeWhole(`${cut.name}.woff2`, basic);
    await writeWhole(`${cut.name}-more.woff2`, more);
  }
  checkFontsBudget(onEveryPage);
  // Last: it never speaks of files that are not there.
  await writeWhole("recipe", digest);
}

/**
 * What is kept of a typeface's rules: kerning (but of spaces: ./space-kerning.ts), accents that are put together, and the ligatures of f, without which Newsreader
 * leaves a hole in "first". Small capitals, old figures and the like go.
 */
const keptFeatures = ["ccmp", "kern", "liga", "mark", "mkmk"];

/** Both parts of a typeface, as WOFF2. */
export async function cutFont(
  source: Buffer,
  { axes, alsoBasic }: Pick<Cut, "axes" | "alsoBasic">,
): Promise<{ basic: Buffer; more: Buffer }> {
  const options = { targetFormat: "woff2", variationAxes: axes, keepFeatures: keptFeatures } as const;
  const first = basicCharacters + alsoBasic;
  // Without the weights first: what is to be changed in it must be unpacked.
  const unpacked = await subsetFont(source, first, { targetFormat: "sfnt", keepFeatures: keptFeatures });
  const [basic, more] = await Promise.all([
    subsetFont(withoutSpaceKerning(unpacked), first, options),
    subsetFont(source, charactersBeyond(first), options),
  ]);
  return { basic, more };
}

/** What the packages' "latin" files hold beyond those of the first file; code points that a font lacks are passed over. */
function charactersBeyond(first: string): string {
  const all =
    charactersFrom(0xa1, 0xff) + charactersFrom(0x2010, 0x206f) + "ĂıŒœʻʼˆ˚˜\u0300\u0301\u0303\u0304\u0308\u0329€™↑↓−∕";
  return Array.from(all)
    .filter((character) => !first.includes(character))
    .join("");
}

function charactersFrom(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");
}

/** @throws Error that says how far over the budget the fonts of every page are */
export function checkFontsBudget(bytes: number): void {
  if (bytes <= fontsBudget) return;
  throw new Error(`The readers' fonts are too large: ${String(bytes)} bytes, the budget is ${String(fontsBudget)}.`);
}

/** Other processes see the old file or the new one, never half of one. */
async function writeWhole(name: string, data: string | Uint8Array): Promise<void> {
  const file = path.join(target, name);
  const unfinished = `${file}.${String(process.pid)}.tmp`;
  await writeFile(unfinished, data);
  await rename(unfinished, file);
}

if (import.meta.main) await buildFonts();
