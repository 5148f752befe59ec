/** Open air: skies, suns and moons, clouds, mist, stars. */
import { mix } from "./color";
import { halo } from "./scene";
import type { Scene } from "./scene";
import { roundedRect, sheet } from "./shapes";
import { circle, group, path, rect } from "./svg";
import type { Point } from "./svg";

/** The whole sheet as sky, brightest at `horizon`. */
export function sky({ tones, defs }: Scene, horizon: number): string {
  const fill = defs.linear([0, 0], [0, horizon], [
    [0, tones.sky.top],
    [0.55, tones.sky.middle],
    [1, tones.sky.bottom],
  ]);
  return rect(0, 0, sheet.width, sheet.height, { fill });
}

/** A sun, or at night a moon, with its glow. */
export function sunDisc(scene: Scene, center: Point, radius: number): string {
  const { tones, defs } = scene;
  const color = tones.mood === "day" ? mix(tones.accent, tones.glow, 0.3) : tones.bright;
  const fill = defs.radial([center[0] - radius * 0.3, center[1] - radius * 0.35], radius * 1.6, [
    [0, mix(color, tones.bright, 0.55)],
    [1, color],
  ]);
  return halo(scene, center, radius * 4.2, tones.mood === "day" ? 0.8 : 0.4) + circle(center, radius, { fill });
}

/** Mist: a pale band that thickens downwards, to lay over the foot of a hill. */
export function mist({ tones, defs }: Scene, top: number, bottom: number, opacity = 0.5): string {
  const color = tones.sky.bottom;
  const fill = defs.linear([0, top], [0, bottom], [
    [0, color, 0],
    [1, color, opacity],
  ]);
  return rect(0, top, sheet.width, bottom - top, { fill });
}

/** A long flat cloud of stacked bars, paler on top. */
export function cloud({ rng, tones, defs }: Scene, [x, y]: Point, width: number, opacity = 0.7): string {
  const height = width * rng.range(0.075, 0.1);
  const color = mix(tones.sky.bottom, tones.bright, 0.45);
  const fill = defs.across([0, 0], [0, 1], [
    [0, color, opacity],
    [1, color, opacity * 0.25],
  ]);
  const bars: [number, number, number][] = [
    [0, 0, 1],
    [rng.range(0.12, 0.3), -0.72, rng.range(0.5, 0.62)],
    [rng.range(-0.16, 0.1), 0.7, rng.range(0.5, 0.7)],
  ];
  return bars
    .map(([dx, dy, share]) => path(roundedRect(x + dx * width, y + dy * height, width * share, height, height / 2), { fill }))
    .join("");
}

/** Small stars, fewer towards `bottom`. */
export function stars({ rng, tones }: Scene, count: number, bottom: number): string {
  const dots = Array.from({ length: count }, () => {
    const height = rng.next() * rng.next();
    const opacity = rng.range(0.25, 0.9) * (1 - height * 0.6);
    return circle([rng.range(0, sheet.width), height * bottom], rng.range(1.2, 3.1), { fill: tones.bright, opacity });
  });
  return group({}, ...dots);
}
