import { mix } from "../color";
import { castShadow, halo, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { disc, resampled, sheet, smooth } from "../shapes";
import { circle, ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** A tangle that becomes a line, or a ball of yarn whose end wanders off. */
export const compositions: Compositions = [
  { draw: untangling, shows: "Three threads leaving a tangled knot and running on side by side." },
  { draw: yarn, shows: "A large and a small ball of yarn on a table, a loose thread looping away from the large one." },
];

type Thread = { color: string; points: Point[] };

/** Three threads leave a knot and run on side by side. */
function untangling(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const center: Point = [rng.range(690, 760), rng.range(510, 560)];
  const [light, dark] = night ? [tones.ramp(0.84), tones.ramp(0.96)] : [mix(tones.wall, tones.bright, 0.5), tones.wall];
  const fill = defs.linear(
    [300, 0],
    [1600, 1080],
    [
      [0, mix(light, tones.glow, night ? 0.05 : 0.3)],
      [1, dark],
    ],
  );
  const spot = night ? tones.ramp(0.74) : mix(tones.wall, tones.depth(0.2), 0.6);
  const colors = [
    night ? tones.ramp(0.2) : tones.depth(0.78),
    tones.accent,
    night ? mix(tones.second, tones.bright, 0.2) : tones.second,
  ];
  const threads = colors.map((color, index): Thread => ({
    color,
    points: resampled(tangle(scene, center, index), 10),
  }));
  const shadow = threads.map(({ points }) => line(smooth(points), tones.ink, 14));
  return [
    rect(0, 0, sheet.width, sheet.height, { fill }),
    solid(scene, disc([center[0] - 40, center[1] + 10], 430), spot, { shadow: 0.2, light: 0.3 }),
    group({ opacity: night ? 0.5 : 0.22, transform: "translate(14 22)", filter: defs.blur(8) }, ...shadow),
    woven(threads, mix(spot, tones.ink, night ? 0.3 : 0.06), 13),
  ].join("");
}

/** In from the left, round and round the centre, then a calmer and calmer way to the right edge. */
function tangle({ rng }: Scene, [cx, cy]: Point, index: number): Point[] {
  const lane = (index - 1) * 62;
  const start: Point[] = [
    [-80, cy + 150 + lane * 1.4],
    [160, cy + 120 + lane * 1.2],
    [cx - 330, cy + 30 + lane],
  ];
  const petals = [1.62, 1.38, 1.83][index] ?? 1.5;
  const phase = rng.range(0, Math.PI * 2);
  const steps = 58;
  // A rose whose petals don't close: large and small loops that cross each other without a corner.
  const knot = Array.from({ length: steps }, (_, step): Point => {
    const angle = Math.PI + step * 0.5;
    const reach = 165 + 125 * Math.sin(step * 0.5 * petals + phase);
    const drift = Math.sin(step * 0.23 + index * 2) * 46;
    return [cx + Math.cos(angle) * reach * 1.08 + drift, cy + Math.sin(angle) * reach * 0.94 - drift * 0.5];
  });
  const exit: Point[] = [
    [cx + 330, cy + lane * 1.5 + 84],
    [cx + 490, cy + lane * 1.2 - 62],
    [cx + 660, cy + lane + 34],
    [cx + 850, cy + lane * 0.9 - 14],
    [cx + 1050, cy + lane * 0.85],
    [2020, cy + lane * 0.85],
  ];
  return [...start, ...knot, ...exit];
}

/** Draws threads in short pieces in mixed order, each with a gap around it, so that crossings go over and under. */
function woven(threads: readonly Thread[], gap: string, width: number): string {
  const size = 16;
  const pieces = threads.flatMap(({ color, points }) =>
    Array.from({ length: Math.ceil((points.length - 1) / size) }, (_, index) => ({
      order: (index * 7919) % 13,
      d: smooth(points.slice(Math.max(index * size - 1, 0), (index + 1) * size + 2)),
      color,
    })),
  );
  pieces.sort((a, b) => a.order - b.order);
  const drawn = pieces.map(
    ({ d, color }) => line(d, gap, width + 8, { strokeLinecap: "butt" }) + line(d, color, width),
  );
  return group({}, ...drawn);
}

/** A ball of yarn on a table. */
function yarn(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const table = 700;
  const radius = 255;
  const center: Point = [rng.range(680, 790), 880 - radius];
  const [own, other] = rng.pick([
    [tones.accent, tones.second],
    [tones.second, tones.accent],
    [tones.depth(night ? 0 : 0.55), tones.accent],
  ]);
  const color = night ? mix(own, tones.ink, 0.12) : own;
  const wall = defs.linear(
    [200, 0],
    [1500, table],
    [
      [0, night ? tones.ramp(0.78) : mix(tones.wall, tones.glow, 0.5)],
      [1, night ? tones.ramp(0.95) : mix(tones.wall, tones.ink, 0.12)],
    ],
  );
  const top = defs.linear(
    [200, table],
    [1600, 1080],
    [
      [0, mix(tones.floor, tones.glow, night ? 0.05 : 0.3)],
      [1, mix(tones.floor, tones.ink, 0.2)],
    ],
  );
  const away = smooth(looseEnd(scene, [center[0], center[1] + radius]));
  const small: Point = [rng.range(1330, 1400), 716];
  return [
    rect(0, 0, sheet.width, sheet.height, { fill: wall }),
    halo(scene, [420, 120], 900, night ? 0.12 : 0.4),
    rect(0, table, sheet.width, sheet.height - table, { fill: top }),
    ellipse([small[0] + 60, small[1] + 96], 190, 20, { fill: tones.ink, opacity: 0.3, filter: defs.thinBlur(9) }),
    ball(scene, small, 104, other),
    castShadow(scene, disc([center[0] + 190, center[1] + radius - 6], 400, 0.13), 0.34, 15),
    line(away, tones.ink, 12, { opacity: 0.3, transform: "translate(8 11)", filter: defs.blur(4) }),
    line(away, mix(color, tones.ink, 0.16), 14),
    line(away, mix(color, tones.glow, 0.35), 4, { opacity: 0.7, transform: "translate(-1 -3)" }),
    ball(scene, center, radius, color),
  ].join("");
}

/** From under the ball over the table, with one loop. */
function looseEnd({ rng }: Scene, [x, y]: Point): Point[] {
  const along: Point[] = [
    [30, -10],
    [210, 36],
    [380, 40],
    [520, -4],
    [540, -66],
    [468, -88],
    [410, -40],
    [470, 34],
    [620, 74],
    [790, 66],
    [940, rng.range(20, 60)],
    [1120, 44],
    [1420, 30],
  ];
  return along.map(([dx, dy]): Point => [x + dx, y + dy]);
}

/** Strands wound in several directions around a sphere; every winding hides most of the one below. */
function ball(scene: Scene, center: Point, radius: number, color: string): string {
  const { rng, tones, defs } = scene;
  const [cx, cy] = center;
  const dark = mix(color, tones.ink, 0.36);
  const thickness = radius * 0.085;
  const windings = [28, -42, 74, 4].map((turn, index) => {
    const half = index === 0 ? 12 : ([6, 5, 4][index - 1] ?? 4);
    const offset = index === 0 ? 0 : rng.around(0, radius * 0.42);
    const strands = Array.from({ length: half * 2 + 1 }, (_, strand) => {
      const y = (strand - half) * thickness * 1.02;
      const bow = y * 0.5 + (index % 2 === 0 ? 0.24 : -0.2) * radius;
      const shade = mix(color, strand % 3 === 0 ? tones.glow : tones.ink, strand % 3 === 0 ? 0.22 : (strand % 2) * 0.1);
      return { d: `M${px(-radius * 1.1)} ${px(y)}Q0 ${px(y + bow)} ${px(radius * 1.1)} ${px(y)}`, shade };
    });
    const bed = strands.map(({ d }) => line(d, dark, thickness * 1.25)).join("");
    const transform = `translate(${px(cx)} ${px(cy)}) rotate(${String(turn)}) translate(0 ${px(offset)})`;
    return group({ transform }, bed, ...strands.map(({ d, shade }) => line(d, shade, thickness * 0.78)));
  });
  const light = defs.across(
    [0.15, 0.05],
    [0.85, 1],
    [
      [0, tones.glow, 0.34],
      [0.4, tones.glow, 0],
      [0.55, tones.ink, 0.04],
      [1, tones.ink, 0.6],
    ],
  );
  return (
    circle(center, radius, { fill: dark }) +
    group({ clipPath: defs.clip(circle(center, radius, {})) }, ...windings) +
    path(disc(center, radius), { fill: light })
  );
}
