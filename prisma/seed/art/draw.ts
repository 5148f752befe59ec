/** The magazine's own illustrations: drawn by code, the same for ever for the same motif, category and seed. */
import type { Motif } from "./motif-names";
import { motifs } from "./motifs";
import { tonesOf } from "./palettes";
import type { ArtCategory, Mood } from "./palettes";
import { createRng } from "./rng";
import type { Rng } from "./rng";
import type { Composition, Scene } from "./scene";
import { sheet } from "./shapes";
import { createDefs, el, group, rect } from "./svg";
import type { Defs } from "./svg";

/** What decides a picture, down to its last detail. */
export type ArtworkSubject = {
  motif: Motif;
  category: ArtCategory;
  /** Any text, for example an article's slug. */
  seed: string;
  /**
   * Which of the motif's compositions, counting from 0 and starting over after the last; without it the seed decides.
   * Numbering the pictures of a motif keeps neighbours from looking alike.
   */
  variant?: number;
};

export type ArtworkOptions = ArtworkSubject & {
  /** Pixels; another shape than 16:9 shows the middle. */
  width?: number;
  height?: number;
};

/**
 * Draws a picture. What matters lies in the middle square, so it can be cropped to 16:9, 4:3 and 1:1.
 * @returns a complete SVG document without text, scripts or references to other files
 */
export function drawArtwork({ width = sheet.width, height = sheet.height, ...subject }: ArtworkOptions): string {
  const { rng, mood, composition } = choose(subject);
  const scene: Scene = { rng, tones: tonesOf(subject.category, mood), defs: createDefs() };
  // Half of the pictures are lit from the right: a whole drawing in a mirror keeps its light consistent.
  const transform = rng.chance(0.5) ? `translate(${String(sheet.width)} 0) scale(-1 1)` : undefined;
  const drawing = group({ transform }, composition.draw(scene));
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

/** What the picture shows, in one sentence: its alternative text. Left and right are never named, nor what may vary. */
export function describeArtwork(subject: ArtworkSubject): string {
  const { mood, composition } = choose(subject);
  return composition.shows.replaceAll("{sun}", mood === "night" ? "moon" : "sun");
}

function choose(subject: ArtworkSubject): { rng: Rng; mood: Mood; composition: Composition } {
  const { motif, category, seed, variant } = subject;
  const rng = createRng(`${motif}/${category}/${seed}`);
  const { compositions, moods } = motifs[motif];
  const drawn = rng.pick(compositions);
  const composition = variant === undefined ? drawn : (compositions[variant % compositions.length] ?? drawn);
  return { rng, composition, mood: rng.pick(composition.moods ?? moods) };
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
