/** Open air: skies, suns and moons, clouds, mist, stars. */
import { mix } from "./color";
import { halo } from "./scene";
import type { Scene } from "./scene";
import { points, sheet, smoothLoop } from "./shapes";
import { circle, group, path, rect } from "./svg";
import type { Point } from "./svg";

/** The whole sheet as sky, brightest at `horizon`. */
export function sky({ tones, defs }: Scene, horizon: number): string {
  const fill = defs.linear(
    [0, 0],
    [0, horizon],
    [
      [0, tones.sky.top],
      [0.55, tones.sky.middle],
      [1, tones.sky.bottom],
    ],
  );
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
  return (
    halo(scene, center, radius * 4.2, tones.mood === "day" ? 0.8 : 0.4, tones.glow) + circle(center, radius, { fill })
  );
}

/** Mist: a pale band that thickens downwards and ends softly, to lay over the foot of a hill. */
export function mist({ tones, defs }: Scene, top: number, bottom: number, opacity = 0.5): string {
  const color = tones.sky.bottom;
  const fill = defs.linear(
    [0, top],
    [0, bottom],
    [
      [0, color, 0],
      [0.72, color, opacity],
      [1, color, 0],
    ],
  );
  return rect(0, top, sheet.width, bottom - top, { fill });
}

/** Long thin clouds above each other, pointed at both ends; (x, y) is the left end of the longest. */
export function cloud({ rng, tones, defs }: Scene, [x, y]: Point, width: number, opacity = 0.7): string {
  const color = mix(tones.sky.bottom, tones.bright, tones.mood === "night" ? 0.2 : 0.6);
  const fill = defs.across(
    [0, 0],
    [0, 1],
    [
      [0, color, opacity],
      [1, color, opacity * 0.3],
    ],
  );
  const strips: { dx: number; dy: number; length: number }[] = [
    { dx: 0, dy: 0, length: 1 },
    { dx: rng.range(0.3, 0.42), dy: -0.055, length: rng.range(0.45, 0.6) },
    { dx: rng.range(-0.22, -0.05), dy: 0.075, length: rng.range(0.5, 0.7) },
  ];
  return strips
    .map(({ dx, dy, length }) => {
      const [left, top, long] = [x + dx * width, y + dy * width, width * length];
      const thick = long * 0.052;
      return path(
        smoothLoop(
          points(
            left,
            top,
            left + long * 0.28,
            top - thick,
            left + long * 0.62,
            top - thick * 1.15,
            left + long,
            top,
            left + long * 0.66,
            top + thick * 0.55,
            left + long * 0.3,
            top + thick * 0.6,
          ),
          0.9,
        ),
        { fill },
      );
    })
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
