import { mix } from "../color";
import { mist, sky, stars } from "../outdoors";
import { halo, layer, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, heightAt, pebble, ridge, sheet, smooth, smoothLoop } from "../shapes";
import { circle, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";
import { cypress, roundTree } from "../trees";

/** The moon: large among long clouds, or in all its phases. */
export const compositions: Compositions = [
  { draw: amongClouds, shows: "A large full moon among long clouds above still water, with trees on the near shore." },
  { draw: phases, shows: "The phases of the moon in an arc over hills, with the full moon at the top." },
];

function fullMoon(scene: Scene, center: Point, radius: number): string {
  const { tones, defs, rng } = scene;
  const [x, y] = center;
  const fill = defs.radial([x - radius * 0.35, y - radius * 0.35], radius * 1.7, [
    [0, mix(tones.bright, "#ffffff", 0.2)],
    [0.6, tones.bright],
    [1, mix(tones.bright, tones.ramp(0.35), 0.6)],
  ]);
  const places = [
    [-0.38, -0.3, 0.3],
    [-0.02, -0.44, 0.2],
    [0.3, -0.18, 0.24],
    [-0.14, 0.06, 0.17],
    [0.36, 0.26, 0.16],
    [-0.44, 0.24, 0.2],
    [0.02, 0.5, 0.24],
  ] as const;
  const color = mix(tones.bright, tones.ramp(0.45), 0.5);
  const seas = places.map(([dx, dy, size]) => {
    const at: Point = [x + rng.around(dx, 0.06) * radius, y + rng.around(dy, 0.06) * radius];
    return path(pebble(rng, at, [radius * size, radius * size * 0.84], 0.14), { fill: color, opacity: 0.36 });
  });
  const clip = defs.clip(circle(center, radius, {}));
  return (
    halo(scene, center, radius * 3.4, 0.5, mix(tones.glow, tones.ramp(0.3), 0.3)) +
    circle(center, radius, { fill }) +
    group({ clipPath: clip, filter: defs.blur(9) }, ...seas)
  );
}

/** Long clouds that lie across the whole sky. */
function bank({ rng, tones, defs }: Scene, y: number, color: string): string {
  const fill = defs.across(
    [0, 0],
    [0, 1],
    [
      [0, mix(color, tones.bright, 0.3), 0.85],
      [1, color, 0.4],
    ],
  );
  const strips = [-160, 240, 700, 1100].map((place, index) => {
    const long = rng.range(620, 1050);
    const left = rng.around(place, 90);
    const top = y + (index % 2) * 34 + rng.around(0, 16);
    const thick = rng.range(16, 30);
    const line: Point[] = [
      [left, top],
      [left + long * 0.3, top - thick],
      [left + long * 0.66, top - thick * 1.1],
      [left + long, top],
      [left + long * 0.6, top + thick * 0.7],
      [left + long * 0.26, top + thick * 0.7],
    ];
    return path(smoothLoop(line, 0.9), { fill });
  });
  return strips.join("");
}

function amongClouds(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const moon: Point = [rng.range(760, 1160), rng.range(350, 440)];
  const radius = rng.range(180, 265);
  const cloudColor = mix(tones.sky.bottom, tones.ramp(0.4), 0.4);
  const horizon = 780;
  const tree = rng.pick([cypress, roundTree]);
  const shore = ridge(rng, { y: 730, height: 44, roughness: 0.4 });
  const near = ridge(rng, { y: 990, height: 46, roughness: 0.3 });
  const water = defs.linear(
    [0, horizon],
    [0, sheet.height],
    [
      [0, mix(tones.sky.bottom, tones.ramp(0.5), 0.3)],
      [1, tones.sky.top],
    ],
  );
  return [
    sky(scene, horizon),
    stars(scene, 120, 560),
    group({ opacity: 0.35 }, bank(scene, moon[1] - 190, cloudColor)),
    fullMoon(scene, moon, radius),
    bank(scene, moon[1] + 120, cloudColor),
    bank(scene, moon[1] + 210, mix(cloudColor, tones.ramp(0.75), 0.3)),
    layer(scene, below(shore, horizon + 2), tones.depth(0.3), { grain: false, light: 0.2 }),
    rect(0, horizon, sheet.width, sheet.height - horizon, { fill: water }),
    reflection(scene, moon[0], horizon),
    layer(scene, below(near), mix(tones.depth(1), tones.ink, 0.4), { shadow: 0.2, light: 0.08 }),
    ...rng
      .pick([
        [560, 640, 700, 1360],
        [1240, 1310, 1400],
        [470, 1330, 1420, 1490],
        [520, 600],
      ])
      .map((x) => {
        const at = rng.around(x, 24);
        return tree(scene, [at, heightAt(near, at) + 6], rng.range(170, 330), mix(tones.depth(1), tones.ink, 0.5));
      }),
  ].join("");
}

function reflection({ rng, tones }: Scene, x: number, top: number): string {
  const strokes: string[] = [];
  for (let y = top + 10; y < 1000; y += 17) {
    const spread = 190 - (y - top) * 0.25;
    const width = spread * rng.range(0.5, 1.5);
    strokes.push(
      line(`M${px(x - width / 2 + rng.around(0, 34))} ${px(y)}h${px(width)}`, tones.bright, 5, {
        opacity: px(rng.range(0.25, 0.8)),
      }),
    );
  }
  return group({}, ...strokes);
}

/** From new to full and back, in an arc over quiet hills. */
function phases(scene: Scene): string {
  const { rng, tones } = scene;
  const count = 7;
  const lift = rng.range(150, 220);
  const moons = Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const offset = share - 0.5;
    const center: Point = [960 + offset * 1500, 560 - Math.cos(offset * Math.PI) * lift];
    const radius = 118 - Math.abs(offset) * 130;
    return phase(scene, center, radius, offset * 2);
  });
  const crests = [
    { y: 770, height: 60, tone: 0.12 },
    { y: 850, height: 70, tone: 0.45 },
    { y: 970, height: 64, tone: 0.92 },
  ].map(({ y, height, tone }) => ({ crest: ridge(rng, { y, height, roughness: 0.32 }), tone, y }));
  const hills = crests.map(
    ({ crest, tone, y }, index) =>
      layer(scene, below(crest), tones.depth(tone), { grain: index > 0, light: 0.16 }) +
      (index < 2 ? mist(scene, y, y + 190, 0.4) : ""),
  );
  const last = crests.at(-1)?.crest ?? [];
  const draw = rng.pick([cypress, roundTree]);
  const trees = [620, 700, 1290].map((x) =>
    draw(scene, [x, heightAt(last, x) + 5], rng.range(120, 210), mix(tones.depth(1), tones.ink, 0.45)),
  );
  const arc = line(
    smooth(
      [-0.62, -0.4, -0.2, 0, 0.2, 0.4, 0.62].map((offset): Point => [
        960 + offset * 1500,
        560 - Math.cos(offset * Math.PI) * lift,
      ]),
    ),
    tones.bright,
    2.5,
    { opacity: 0.3, strokeDasharray: "2 14" },
  );
  return [
    sky(scene, 800),
    stars(scene, 150, 640),
    halo(scene, [960, 560 - lift], 620, 0.42, mix(tones.glow, tones.ramp(0.3), 0.3)),
    arc,
    ...moons,
    ...hills,
    ...trees,
  ].join("");
}

/** A moon whose lit part depends on `phase`: 0 is full, -1 and 1 are nearly new. */
function phase(scene: Scene, [x, y]: Point, r: number, value: number): string {
  const { tones } = scene;
  const dark = mix(tones.sky.middle, tones.ink, 0.25);
  const base = circle([x, y], r, { fill: dark });
  if (Math.abs(value) < 0.05)
    return solid(
      scene,
      `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 1 ${px(r * 2)} 0a${px(r)} ${px(r)} 0 1 1${px(-r * 2)} 0Z`,
      tones.bright,
      { shadow: 0.16, light: 0.4 },
    );
  // The terminator is half an ellipse whose width shrinks to nothing at half moon.
  const lit = 1 - Math.abs(value) * 0.92;
  const width = Math.abs(2 * lit - 1) * r;
  const side = value < 0 ? 1 : 0;
  const bulge = lit > 0.5 ? side : 1 - side;
  const d = `M${px(x)} ${px(y - r)}A${px(r)} ${px(r)} 0 0 ${String(side)} ${px(x)} ${px(y + r)}A${px(width)} ${px(r)} 0 0 ${String(bulge)} ${px(x)} ${px(y - r)}Z`;
  return base + path(d, { fill: tones.bright, opacity: 0.95 });
}
