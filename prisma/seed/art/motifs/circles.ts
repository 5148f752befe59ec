import { mix } from "../color";
import { halo, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { disc, sheet } from "../shapes";
import { circle, ellipse, group, path, rect } from "../svg";
import type { Point } from "../svg";

/** Circles that meet: overlapping discs, half circles above and below a line, or rings that run into each other. */
export const compositions: Compositions = [
  {
    draw: overlap,
    shows: "Two large overlapping discs with a third color where they meet, and smaller circles around them.",
  },
  {
    draw: arcs,
    shows: "Half circles in bands of color, nested above and below a straight line, with a single disc over them.",
  },
  { draw: ripples, shows: "Two spheres over water, each in the middle of rings that spread and cross the other’s." },
];

function ground({ tones, defs }: Scene): string {
  const night = tones.mood === "night";
  const base = night
    ? tones.ramp(0.92)
    : tones.mood === "dusk"
      ? mix(tones.wall, tones.ramp(0.1), 0.35)
      : tones.ramp(0.08);
  const fill = defs.linear(
    [200, 0],
    [1700, 1080],
    [
      [0, mix(base, tones.glow, night ? 0.06 : 0.45)],
      [1, mix(base, tones.ink, night ? 0.2 : 0.1)],
    ],
  );
  return rect(0, 0, sheet.width, sheet.height, { fill });
}

/** Two large discs and two small ones; where the large ones cover each other a third colour appears. */
function overlap(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const [a, b]: [Point, Point] = [
    [rng.range(720, 780), rng.range(510, 570)],
    [rng.range(1140, 1210), rng.range(560, 620)],
  ];
  const [ra, rb] = [rng.range(335, 370), rng.range(255, 300)];
  const colorA = night ? tones.ramp(0.58) : tones.depth(0.55);
  const shared = mix(mix(colorA, tones.accent, 0.5), tones.ink, 0.34);
  const small: Point = [a[0] - ra * 0.62, a[1] + ra * 0.82];
  const far: Point = [b[0] + rb * 0.55, b[1] - rb * 1.5];
  const ring: Point = [a[0] + 60, a[1] - 20];
  return [
    ground(scene),
    halo(scene, a, 820, 0.35),
    circle(ring, ra + 120, {
      fill: "none",
      stroke: night ? tones.ramp(0.5) : tones.depth(0.3),
      strokeWidth: 3,
      opacity: 0.6,
    }),
    solid(scene, disc(far, 104), mix(tones.second, tones.bright, 0.1), { shadow: 0.4 }),
    solid(scene, disc(a, ra), colorA, { shadow: 0.42, light: 0.3 }),
    solid(scene, disc(b, rb), tones.accent, { shadow: 0.36, light: 0.34 }),
    group(
      { clipPath: defs.clip(path(disc(a, ra), {})) },
      solid(scene, disc(b, rb), shared, { shadow: 0.36, light: 0.1 }),
    ),
    solid(scene, disc(small, 74), tones.second, { shadow: 0.42 }),
    circle([ring[0] + Math.cos(-0.9) * (ra + 120), ring[1] + Math.sin(-0.9) * (ra + 120)], 22, {
      fill: night ? tones.bright : tones.ink,
    }),
  ].join("");
}

/** Half circles within each other, above and below one line. */
function arcs(scene: Scene): string {
  const { rng, tones } = scene;
  const level = rng.range(640, 710);
  const big: Point = [rng.range(750, 830), level];
  const radius = rng.range(370, 430);
  const next: Point = [big[0] + radius + rng.range(-40, 20), level];
  const sun: Point = [next[0] + 60, level - rng.range(330, 390)];
  return [
    ground(scene),
    halo(scene, sun, 480, 0.5),
    solid(scene, disc(sun, rng.range(95, 125)), mix(tones.accent, tones.glow, 0.15), { shadow: 0.28, light: 0.4 }),
    rainbow(scene, { center: big, radius, count: 6, below: false, heart: tones.accent }),
    rainbow(scene, { center: next, radius: radius * 0.72, count: 5, below: true, heart: tones.accent }),
    rainbow(scene, {
      center: [big[0] - radius * 0.6, level],
      radius: radius * 0.4,
      count: 4,
      below: true,
      heart: tones.second,
    }),
    rect(0, level - 2, sheet.width, 4, { fill: tones.ink, opacity: 0.2 }),
  ].join("");
}

type Rainbow = { center: Point; radius: number; count: number; below: boolean; heart: string };

function rainbow(scene: Scene, { center, radius, count, below, heart }: Rainbow): string {
  const { tones, defs } = scene;
  const night = tones.mood === "night";
  const clip = defs.clip(
    rect(center[0] - radius - 5, below ? center[1] : center[1] - radius - 5, radius * 2 + 10, radius + 5, {}),
  );
  const bands = Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const plain = night ? tones.ramp(0.84 - share * 0.6) : tones.ramp(0.86 - share * 0.7);
    const color = index === count - 1 ? heart : index % 3 === 1 ? mix(plain, tones.second, 0.5) : plain;
    return solid(scene, disc(center, radius * (1 - index / count)), color, {
      shadow: 0.3,
      light: 0.2,
      grain: index < 4,
    });
  });
  return group({ clipPath: clip }, ...bands);
}

/** Two drops have fallen: their rings spread on the water and cross. */
function ripples(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const flat = 0.62;
  const [far, near] = night
    ? [tones.ramp(0.7), tones.ramp(0.95)]
    : [mix(tones.sky.bottom, tones.depth(0.1), 0.3), tones.depth(0.42)];
  const fill = defs.linear(
    [500, 0],
    [1300, 1080],
    [
      [0, far],
      [1, near],
    ],
  );
  const drops: { at: Point; color: string }[] = [
    { at: [rng.range(690, 770), rng.range(580, 640)], color: tones.accent },
    { at: [rng.range(1190, 1270), rng.range(470, 530)], color: night ? tones.second : tones.depth(0.7) },
  ];
  const rings = drops.flatMap(({ at, color }) =>
    [0.09, 0.19, 0.31, 0.45, 0.61, 0.79, 1].map((share, index) => {
      const r = share * 720;
      const stroke = index % 3 === 1 ? mix(color, tones.bright, 0.25) : tones.bright;
      return ellipse(at, r, r * flat, { fill: "none", stroke, strokeWidth: 9 - index, opacity: 0.85 - index * 0.1 });
    }),
  );
  const pools = drops.map(({ at, color }) => path(disc(at, 440, flat), { fill: color, opacity: night ? 0.16 : 0.13 }));
  const bodies = drops.map(({ at, color }) => {
    const above: Point = [at[0], at[1] - 64];
    return (
      ellipse([at[0] + 26, at[1] + 10], 92, 34, { fill: tones.ink, opacity: 0.35, filter: defs.thinBlur(8) }) +
      solid(scene, disc(above, 84), color, { shadow: 0.55, light: 0.5 })
    );
  });
  return [
    rect(0, 0, sheet.width, sheet.height, { fill }),
    halo(scene, [500, 60], 900, night ? 0.16 : 0.5),
    ...pools,
    ...rings,
    ...bodies,
  ].join("");
}
