import { artCategories, tonesOf } from "./palettes";
import type { ArtCategory, Mood } from "./palettes";
import { createRng } from "./rng";
import type { Scene } from "./scene";
import { sheet } from "./shapes";
import { createDefs, el, group, rect } from "./svg";
import type { Defs } from "./svg";
import { motifs } from "./motifs/all";

export type ArtworkOptions = {
  motif: string;
  category: ArtCategory;
  seed: string;
  width?: number;
  height?: number;
  mood?: Mood;
};

export function drawArtwork({ motif, category, seed, width = sheet.width, height = sheet.height, mood }: ArtworkOptions): string {
  const rng = createRng(`${motif}/${category}/${seed}`);
  const chosen = mood ?? rng.pick(["day", "day", "day", "dusk", "dusk", "night"] as const);
  const scene: Scene = { rng, tones: tonesOf(category, chosen), defs: createDefs() };
  const mirrored = rng.chance(0.4);
  const drawing = group(mirrored ? { transform: `translate(${sheet.width} 0) scale(-1 1)` } : {}, motifs[motif]!(scene));
  const finish = paper(scene.defs, scene.tones.ink);
  return el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${sheet.width} ${sheet.height}`, preserveAspectRatio: "xMidYMid slice" },
    scene.defs.markup(),
    drawing,
    finish,
  );
}

function paper(defs: Defs, ink: string): string {
  const noise = defs.add((id) =>
    el("filter", { id, x: 0, y: 0, width: "100%", height: "100%", colorInterpolationFilters: "sRGB" },
      el("feTurbulence", { type: "fractalNoise", baseFrequency: 0.8, numOctaves: 1, seed: 3 }),
      el("feColorMatrix", { values: "0 0 0 0 .12 0 0 0 0 .1 0 0 0 0 .1 .26 .26 0 0 -.22" }),
    ));
  const pattern = defs.add((id) => el("pattern", { id, width: 400, height: 400, patternUnits: "userSpaceOnUse" }, rect(0, 0, 400, 400, { filter: noise })));
  return rect(0, 0, sheet.width, sheet.height, { fill: pattern });
}
void artCategories;
