/** What every motif draws with: one generator, one set of tones, one light. */
import type { Mood, Tones } from "./palettes";
import type { Rng } from "./rng";
import { circle, el, group, path } from "./svg";
import type { Defs, Point, Stop } from "./svg";
import { mix } from "./color";

export type Scene = { rng: Rng; tones: Tones; defs: Defs };

export type Composition = {
  /** The whole drawing on the 1920 × 1080 sheet, as SVG elements. Light comes from the upper left. */
  draw: (scene: Scene) => string;
  /** What is to be seen, as alternative text; {sun} becomes "moon" at night. */
  shows: string;
  /** Times of day that it works in; without them, the motif's own. */
  moods?: readonly [Mood, ...Mood[]];
};

/** The different pictures that a motif can become. */
export type Compositions = readonly [Composition, ...Composition[]];

/** Paper noise that eats away at what it is applied to: shadows become crayon rubbings instead of smooth fades. */
export function grainFilter(defs: Defs): string {
  return defs.add((id) =>
    el(
      "filter",
      { id, x: 0, y: 0, width: "100%", height: "100%", colorInterpolationFilters: "sRGB" },
      // Tiled, because noise is by far the slowest thing to draw.
      el("feTurbulence", {
        type: "fractalNoise",
        baseFrequency: 0.62,
        numOctaves: 1,
        seed: 5,
        width: 300,
        height: 300,
        stitchTiles: "stitch",
      }),
      el("feTile", {}),
      el("feColorMatrix", { values: "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3.2 0 0 0 -1.1", result: "noise" }),
      el("feComposite", { in: "SourceGraphic", in2: "noise", operator: "in" }),
    ),
  );
}

export type Shading = {
  /** How dark the shadow side gets, 0 to 1. */
  shadow?: number;
  /** How bright the lit side gets, 0 to 1. */
  light?: number;
  /** Where the light comes from, as a point on the shape (0 to 1); default upper left. */
  from?: Point;
  /** Where it ends; default lower right. */
  to?: Point;
  /** Crayon texture in the shadow; leave out for small things. */
  grain?: boolean;
};

/** A flat shape with a lit side, a shadow side and crayon in the shadow. */
export function solid({ tones, defs }: Scene, d: string, color: string, shading: Shading = {}): string {
  const { shadow = 0.35, light = 0.18, from = [0.1, 0], to = [0.9, 1], grain = true } = shading;
  const fill = defs.across(from, to, [
    [0, mix(color, tones.glow, light)],
    [0.5, color],
    [1, mix(color, tones.ink, shadow * 0.4)],
  ]);
  const base = path(d, { fill });
  if (!grain || shadow === 0) return base;
  const dark: Stop[] = [
    [0.25, tones.ink, 0],
    [1, tones.ink, shadow],
  ];
  return base + path(d, { fill: defs.across(from, to, dark), filter: grainFilter(defs) });
}

/** The same for things that go from light to dark downwards: hills, waves, floors. */
export function layer(scene: Scene, d: string, color: string, shading: Shading = {}): string {
  return solid(scene, d, color, { from: [0.4, 0], to: [0.6, 1], ...shading });
}

/** A soft shadow that a thing throws on the ground. */
export function castShadow({ tones, defs }: Scene, d: string, opacity = 0.28, softness = 10): string {
  return path(d, { fill: tones.ink, opacity, filter: defs.thinBlur(softness) });
}

/** A pool of light around a point; without a colour it is lamplight, which grows warmer where it fades. */
export function halo({ tones, defs }: Scene, center: Point, radius: number, opacity = 0.6, color?: string): string {
  const outer = color ?? mix(tones.glow, tones.accent, tones.mood === "day" ? 0.1 : 0.42);
  const fill = defs.radial(center, radius, [
    [0, color ?? tones.glow, opacity],
    [0.35, mix(color ?? tones.glow, outer, 0.6), opacity * 0.5],
    [0.7, outer, opacity * 0.12],
    [1, outer, 0],
  ]);
  return circle(center, radius, { fill });
}

/** Elements moved so that their own (0, 0) stands at a point; a negative scale mirrors left and right. */
export function placed([x, y]: Point, scale: number, content: string): string {
  const place = `translate(${x.toFixed(0)} ${y.toFixed(0)})`;
  return group({ transform: `${place} scale(${scale.toFixed(3)} ${Math.abs(scale).toFixed(3)})` }, content);
}
