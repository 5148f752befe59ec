/** The magazine's own illustrations: drawn by code, the same for ever for the same motif, category and seed. */
import { motifs } from "./motifs";
import type { Motif } from "./motifs";
import { tonesOf } from "./palettes";
import type { ArtCategory } from "./palettes";
import { createRng } from "./rng";
import type { Scene } from "./scene";
import { sheet } from "./shapes";
import { createDefs, el, group, rect } from "./svg";
import type { Defs } from "./svg";

export type ArtworkOptions = {
  motif: Motif;
  category: ArtCategory;
  /** Any text, for example an article's slug: it decides time of day, composition and every detail. */
  seed: string;
  /** Pixels; another shape than 16:9 shows the middle. */
  width?: number;
  height?: number;
};

/**
 * Draws a picture. What matters lies in the middle square, so it can be cropped to 16:9, 4:3 and 1:1.
 * @returns a complete SVG document without text, scripts or references to other files
 */
export function drawArtwork(options: ArtworkOptions): string {
  const { motif, category, seed, width = sheet.width, height = sheet.height } = options;
  const rng = createRng(`${motif}/${category}/${seed}`);
  const { draw, moods } = motifs[motif];
  const scene: Scene = { rng, tones: tonesOf(category, rng.pick(moods)), defs: createDefs() };
  // Half of the pictures are lit from the right: a whole drawing in a mirror keeps its light consistent.
  const mirrored = rng.chance(0.5);
  const drawing = group(
    { transform: mirrored ? `translate(${String(sheet.width)} 0) scale(-1 1)` : undefined },
    draw(scene),
  );
  const grain = paperGrain(scene.defs);
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${String(sheet.width)} ${String(sheet.height)}`,
    preserveAspectRatio: "xMidYMid slice",
  };
  return el("svg", frame, scene.defs.markup(), drawing, grain);
}

/** A tile of fine dark noise over everything: flat colour looks printed instead of computed. */
function paperGrain(defs: Defs): string {
  const tile = 400;
  const noise = defs.add((id) =>
    el(
      "filter",
      { id, x: 0, y: 0, width: "100%", height: "100%", colorInterpolationFilters: "sRGB" },
      el("feTurbulence", {
        type: "fractalNoise",
        baseFrequency: 0.8,
        numOctaves: 1,
        seed: 3,
        stitchTiles: "stitch",
      }),
      // Dark brown; its opacity is the noise around zero, at most about a tenth.
      el("feColorMatrix", { values: "0 0 0 0 .12 0 0 0 0 .1 0 0 0 0 .1 .26 .26 0 0 -.22" }),
    ),
  );
  const pattern = defs.add((id) =>
    el(
      "pattern",
      { id, width: tile, height: tile, patternUnits: "userSpaceOnUse" },
      rect(0, 0, tile, tile, { filter: noise }),
    ),
  );
  return rect(0, 0, sheet.width, sheet.height, { fill: pattern });
}
