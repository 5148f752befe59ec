import { mix } from "../color";
import { cloud, sky, stars, sunDisc } from "../outdoors";
import { castShadow, halo, layer, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, pebble, ridge, sheet, smooth } from "../shapes";
import { ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** Stones: balanced by the water, or lying in raked sand. */
export const compositions: Compositions = [
  { draw: balanced, shows: "Smooth stones balanced on one another in still water, with a low {sun} behind them." },
  { draw: rakedSand, shows: "Three smooth stones from above, in sand raked into lines and rings." },
];

type Stone = { d: string; color: string; center: Point; rx: number; ry: number };

/** From the largest at the bottom to the smallest, each a little off the middle of the one below. */
function stack({ rng, tones }: Scene, [x, y]: Point, width: number, count: number): Stone[] {
  const colors = [
    tones.depth(0.72),
    tones.depth(0.42),
    tones.second,
    tones.depth(0.58),
    tones.accent,
    tones.depth(0.3),
  ];
  let top = y;
  let middle = x;
  return Array.from({ length: count }, (_, index) => {
    const rx = (width / 2) * (1 - index * (0.72 / count)) * rng.range(0.92, 1.06);
    const ry = rx * rng.range(0.34, 0.46) * (index === count - 1 ? 1.25 : 1);
    const center: Point = [middle, top - ry];
    top -= ry * 1.9;
    middle += rng.around(0, rx * 0.12);
    return {
      d: pebble(rng, center, [rx, ry], 0.03),
      color: colors[index % colors.length] ?? tones.accent,
      center,
      rx,
      ry,
    };
  });
}

function drawStone(scene: Scene, { d, color, center, rx, ry }: Stone, index: number): string {
  const { rng, tones, defs } = scene;
  const clip = defs.clip(path(d, {}));
  const turn = rng.around(0, 6);
  const vein =
    index % 2 === 1
      ? line(
          smooth([
            [center[0] - rx * 1.1, center[1] + ry * 0.15],
            [center[0] - rx * 0.3, center[1] - ry * 0.1],
            [center[0] + rx * 0.4, center[1] + ry * 0.2],
            [center[0] + rx * 1.1, center[1]],
          ]),
          mix(color, tones.bright, 0.55),
          ry * 0.11,
          { opacity: 0.8 },
        )
      : "";
  const contact = ellipse([center[0], center[1] + ry * 1.02], rx * 0.6, ry * 0.22, { fill: tones.ink, opacity: 0.4 });
  return (
    group(
      { transform: `rotate(${px(turn)} ${px(center[0])} ${px(center[1] + ry)})` },
      solid(scene, d, color, { shadow: 0.6, light: 0.42, from: [0.2, 0], to: [0.75, 1] }),
      group({ clipPath: clip }, vein),
    ) + contact
  );
}

function balanced(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const horizon = rng.range(600, 650);
  const foot: Point = [rng.range(800, 900), 880];
  const stones = stack(scene, foot, 430, rng.int(5, 6));
  const sun: Point = [rng.range(1180, 1300), horizon - rng.range(120, 260)];
  const water = defs.linear(
    [0, horizon],
    [0, sheet.height],
    [
      [0, mix(tones.sky.bottom, tones.depth(0.1), 0.4)],
      [1, tones.depth(0.5)],
    ],
  );
  const small = {
    d: pebble(rng, [foot[0] + 380, 900], [120, 52], 0.04),
    color: tones.depth(0.62),
    center: [foot[0] + 380, 900] as Point,
    rx: 120,
    ry: 52,
  };
  const mirror = group(
    { transform: `translate(0 ${px(foot[1] * 2 + 6)}) scale(1 -1)`, opacity: 0.3 },
    ...stones.map(({ d, color }) => path(d, { fill: mix(color, tones.ink, 0.3) })),
  );
  return [
    sky(scene, horizon),
    tones.mood === "night" ? stars(scene, 80, horizon * 0.7) : "",
    sunDisc(scene, sun, rng.range(120, 160)),
    cloud(scene, [rng.range(260, 420), 240], 380, 0.5),
    layer(scene, below(ridge(rng, { y: horizon - 40, height: 36, roughness: 0.4 }), horizon + 4), tones.depth(0.14), {
      grain: false,
    }),
    rect(0, horizon, sheet.width, sheet.height - horizon, { fill: water }),
    mirror,
    ripples(scene, foot, 360),
    castShadow(scene, `M${px(foot[0] - 200)} ${px(foot[1] + 4)}a330 20 0 1 0 660 0a330 20 0 1 0-660 0`, 0.35, 9),
    stones.map((stone, index) => drawStone(scene, stone, index)).join(""),
    drawStone(scene, small, 0),
    ripples(scene, [foot[0] + 380, 950], 170),
    halo(scene, sun, 700, 0.22),
  ].join("");
}

/** Rings on the water, seen at a low angle. */
function ripples({ tones }: Scene, [x, y]: Point, reach: number): string {
  return [0.62, 0.82, 1.06, 1.36]
    .map((share, index) =>
      ellipse([x, y + 6], reach * share, reach * share * 0.11, {
        fill: "none",
        stroke: tones.bright,
        strokeWidth: 4 - index * 0.7,
        opacity: 0.6 - index * 0.12,
      }),
    )
    .join("");
}

/** From above: a few stones and the lines of the rake around them. */
function rakedSand(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const sand = night
    ? tones.ramp(0.8)
    : tones.mood === "dusk"
      ? mix(tones.wall, tones.glow, 0.35)
      : mix(tones.ramp(0.12), tones.glow, 0.25);
  const fill = defs.linear(
    [200, 0],
    [1700, 1080],
    [
      [0, mix(sand, tones.glow, night ? 0.08 : 0.4)],
      [1, mix(sand, tones.ink, 0.16)],
    ],
  );
  const [x, y] = rng.pick([
    [750, 510],
    [830, 600],
    [690, 450],
  ]);
  const islands: Island[] = [
    { center: [rng.around(x, 40), rng.around(y, 30)], r: rng.range(185, 225) },
    { center: [rng.around(x + 530, 40), rng.around(y + (y > 560 ? -190 : 210), 30)], r: rng.range(105, 140) },
  ];
  const groove = mix(sand, tones.ink, 0.3);
  const furrow = (d: string): string =>
    line(d, groove, 6, { opacity: 0.55 }) +
    line(d, mix(sand, tones.bright, 0.75), 5, { opacity: 0.8, transform: "translate(3 6)" });
  const straight: string[] = [];
  for (let y = -60; y < 1200; y += 54) straight.push(furrow(bentLine(y, islands)));
  const rings = islands.flatMap(({ center, r }) =>
    [0, 1, 2].map((ring) => {
      const reach = r + 26 + ring * 46;
      return `M${px(center[0] - reach)} ${px(center[1])}a${px(reach)} ${px(reach * 0.94)} 0 1 0 ${px(reach * 2)} 0a${px(reach)} ${px(reach * 0.94)} 0 1 0 ${px(-reach * 2)} 0`;
    }),
  );
  const discs = islands.map(({ center, r }) => ellipse(center, r + 140, (r + 140) * 0.94, { fill: sand }));
  const [one, two] = islands;
  const stone = (center: Point, rx: number, ry: number, color: string, index: number): string => {
    const d = pebble(rng, center, [rx, ry], 0.05);
    return (
      castShadow(scene, pebble(rng, [center[0] + rx * 0.22, center[1] + ry * 0.28], [rx, ry], 0.03), 0.42, 12) +
      drawStone(scene, { d, color, center, rx, ry }, index).replace(/<ellipse[^>]*\/>$/, "")
    );
  };
  if (!one || !two) return "";
  return [
    rect(0, 0, sheet.width, sheet.height, { fill }),
    group({}, ...straight),
    group({ filter: defs.blur(10), opacity: 0.9 }, ...discs),
    ...rings.map(furrow),
    stone(one.center, 190, 160, tones.depth(0.72), 1),
    stone([one.center[0] + 120, one.center[1] + 115], 92, 74, tones.accent, 0),
    stone(two.center, 112, 94, night ? tones.ramp(0.5) : tones.depth(0.4), 1),
  ].join("");
}

type Island = { center: Point; r: number };

/** A line from left to right that swerves around the islands. */
function bentLine(y: number, islands: readonly Island[]): string {
  const points: Point[] = [];
  for (let x = -40; x <= sheet.width + 40; x += 48) {
    let shifted = y;
    for (const { center, r } of islands) {
      const [dx, dy] = [x - center[0], y - center[1]];
      const reach = r + 165;
      const closeness = Math.exp(-((dx / reach) ** 2) - (dy / reach) ** 2);
      shifted += Math.sign(dy || 1) * closeness * reach * 0.42;
    }
    points.push([x, shifted]);
  }
  return smooth(points);
}
