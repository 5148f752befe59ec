/** House plants, branches and vases. Drawn around their own (0, 0), where they stand. */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { leaf, roundedRect, smooth } from "./shapes";
import type { Leaf } from "./shapes";
import { ellipse, group, line, path, px } from "./svg";
import type { Point } from "./svg";

/** One leaf: a lit half and a half in shade. */
export function twoToneLeaf({ tones, defs }: Scene, blade: Leaf, color: string): string {
  const shape = leaf(blade);
  const fill = defs.linear(blade.from, blade.to, [
    [0, mix(color, tones.ink, 0.28)],
    [1, mix(color, tones.glow, 0.14)],
  ]);
  return (
    path(shape.outline, { fill }) +
    path(shape.half, { fill: tones.glow, opacity: 0.16 }) +
    path(shape.vein, {
      fill: "none",
      stroke: mix(color, tones.ink, 0.45),
      strokeWidth: Math.max(1.5, blade.belly * 0.05),
      opacity: 0.55,
    })
  );
}

/** A pot with a rim, `width` wide at the top. */
export function pot(scene: Scene, width: number, color: string): string {
  const h = width * 0.86;
  const w = width / 2;
  const body = `M${px(-w)} ${px(-h)}H${px(w)}L${px(w * 0.74)} -12Q${px(w * 0.7)} 0 ${px(w * 0.56)} 0H${px(-w * 0.56)}Q${px(-w * 0.7)} 0 ${px(-w * 0.74)} -12Z`;
  return (
    solid(scene, body, color, { from: [0, 0.2], to: [1, 0.5], shadow: 0.45, light: 0.3 }) +
    solid(scene, roundedRect(-w - 7, -h - 12, width + 14, 24, 6), color, { grain: false, from: [0, 0], to: [1, 0] })
  );
}

export type PottedPlant = { height: number; color: string; pot: string };

/** Long stems with large leaves, in a pot. */
export function rubberPlant(scene: Scene, { height, color, pot: potColor }: PottedPlant): string {
  const { rng, tones } = scene;
  const potWidth = height * 0.3;
  const base = -potWidth * 0.86;
  const stems = [-0.5, 0.05, 0.55].map((side) => {
    const lean = side * height * rng.range(0.26, 0.36);
    const top = base - (height + base) * rng.range(0.72, 0.98) * (1 - Math.abs(side) * 0.22);
    const at = (share: number): Point => [lean * share ** 1.4, base + (top - base) * share];
    const stalk = line(smooth([at(0), at(0.35), at(0.7), at(1)]), mix(color, tones.ink, 0.4), height * 0.012);
    const leaves = [0.42, 0.58, 0.72, 0.86, 1].map((share, index) => {
      const turn =
        share === 1
          ? -Math.PI / 2 + side * 0.7
          : (index % 2 === 0 ? -1 : 1) * rng.range(0.5, 0.8) + -Math.PI / 2 + side * 0.4;
      const length = height * rng.range(0.17, 0.23);
      const [x, y] = at(share);
      const to: Point = [x + Math.cos(turn) * length, y + Math.sin(turn) * length];
      return twoToneLeaf(
        scene,
        { from: [x, y], to, belly: length * 0.26, bend: rng.around(0, length * 0.12) },
        mix(color, index % 2 === 0 ? tones.second : tones.ink, 0.16),
      );
    });
    return stalk + leaves.join("");
  });
  return group({}, ...stems) + pot(scene, potWidth, potColor);
}

/** Blades that fan out of a pot (snake plant). */
export function snakePlant(scene: Scene, { height, color, pot: potColor }: PottedPlant): string {
  const { rng, tones } = scene;
  const potWidth = height * 0.4;
  const base = -potWidth * 0.8;
  const blades = [-0.75, 0.7, -0.4, 0.42, -0.12, 0.14].map((side, index) => {
    const reach = (height + base) * rng.range(0.7, 1) * (1 - Math.abs(side) * 0.2);
    const foot: Point = [side * potWidth * 0.3, base];
    const blade: Leaf = {
      from: foot,
      to: [foot[0] + side * reach * 0.42, base - reach],
      belly: height * 0.05,
      bend: side * height * 0.03,
    };
    return twoToneLeaf(scene, blade, mix(color, index % 2 === 0 ? tones.ink : tones.second, 0.2));
  });
  return group({}, ...blades) + pot(scene, potWidth, potColor);
}

/** A vase with a few bare twigs and buds or leaves. */
export function vaseWithTwigs(scene: Scene, height: number, color: string, budColor: string): string {
  const { rng, tones } = scene;
  const h = height * 0.42;
  const w = h * 0.38;
  const vase = `M${px(-w * 0.3)} ${px(-h)}C${px(-w * 0.34)} ${px(-h * 0.74)} ${px(-w)} ${px(-h * 0.72)} ${px(-w)} ${px(-h * 0.38)}C${px(-w)} ${px(-h * 0.1)} ${px(-w * 0.6)} 0 ${px(-w * 0.5)} 0H${px(w * 0.5)}C${px(w * 0.6)} 0 ${px(w)} ${px(-h * 0.1)} ${px(w)} ${px(-h * 0.38)}C${px(w)} ${px(-h * 0.72)} ${px(w * 0.34)} ${px(-h * 0.74)} ${px(w * 0.3)} ${px(-h)}Z`;
  const twigs = [-0.7, -0.15, 0.5].map((side) => {
    const reach = height * rng.range(0.46, 0.6);
    const at = (share: number): Point => [side * reach * 0.62 * share ** 1.5, -h - reach * share];
    const buds = [0.45, 0.62, 0.78, 0.9, 1].map((share, index) => {
      const [x, y] = at(share);
      const out = (index % 2 === 0 ? 1 : -1) * height * 0.05;
      return twoToneLeaf(scene, { from: [x, y], to: [x + out, y - height * 0.06], belly: height * 0.017 }, budColor);
    });
    return (
      line(smooth([at(0), at(0.3), at(0.65), at(1)]), mix(tones.ink, budColor, 0.3), height * 0.009) + buds.join("")
    );
  });
  return (
    group({}, ...twigs) +
    ellipse([0, -h], w * 0.3, w * 0.07, { fill: tones.ink, opacity: 0.5 }) +
    solid(scene, vase, color, { from: [0, 0.2], to: [1, 0.6], shadow: 0.42, light: 0.32 })
  );
}
