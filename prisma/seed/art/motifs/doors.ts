import { mix } from "../color";
import { room } from "../indoors";
import { rubberPlant, snakePlant } from "../plants";
import { halo, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { archway, below, points, polygon, ridge, roundedRect, sheet } from "../shapes";
import { circle, group, path, px, rect } from "../svg";
import type { Point } from "../svg";
import { cypress } from "../trees";

/** Doors: a row of arches towards the light, or one door that stands open. */
export const compositions: Compositions = [
  { draw: arches, shows: "Archway behind archway, leading to a small bright landscape at the end." },
  { draw: oneOpen, shows: "Three doors in a wall, one of them open, with light falling through it onto the floor." },
];

/** Archway behind archway, each a room further, until the open air. */
function arches(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const goal: Point = [rng.range(1010, 1110), 640];
  const count = 5;
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const share = index / (count - 1);
    const width = 1000 * 0.66 ** index;
    const height = width * 1.06;
    const x = 900 + (goal[0] - 900) * (1 - (1 - share) ** 1.4) - width / 2;
    const floor = 1010 - (1010 - 760) * (1 - 0.62 ** index) * 1.14;
    const wall = night ? tones.ramp(0.95 - share * 0.4) : tones.depth(0.85 - share * 0.74);
    const color = mix(wall, index % 2 === 1 ? tones.accent : tones.glow, index % 2 === 1 ? 0.3 : share * 0.3);
    const clip = index === 0 ? "" : (parts.pop() ?? "");
    const surface = defs.linear(
      [x - 300, 0],
      [x + width + 300, floor],
      [
        [0, mix(color, tones.glow, 0.16)],
        [1, mix(color, tones.ink, 0.2)],
      ],
    );
    const ground = defs.linear(
      [x, floor],
      [x + width, floor + 260],
      [
        [0, mix(color, tones.ink, 0.18)],
        [1, mix(color, tones.ink, 0.42)],
      ],
    );
    const inner = archway(x, floor - height, width, height);
    const content = rect(-10, -10, 1940, 1100, { fill: surface }) + rect(-10, floor, 1940, 400, { fill: ground });
    parts.push(clip === "" ? content : group({ clipPath: clip }, content, beam(scene, x, width, floor)));
    // The reveal: the wall's thickness, lit on the right because the light comes from the left.
    parts.push(
      path(archway(x - width * 0.035, floor - height - width * 0.035, width * 1.07, height + width * 0.035), {
        fill: mix(color, tones.ink, 0.35),
      }),
    );
    parts.push(
      path(archway(x, floor - height - width * 0.012, width * 1.035, height + width * 0.012), {
        fill: mix(color, tones.glow, 0.5),
      }),
    );
    parts.push(defs.clip(path(inner, {})));
  }
  const last = parts.pop() ?? "";
  return (
    parts.join("") +
    group({ clipPath: last }, outside(scene, goal)) +
    halo(scene, [goal[0], 600], 560, 0.4) +
    spill(scene, goal)
  );
}

function beam({ tones, defs }: Scene, x: number, width: number, floor: number): string {
  const fill = defs.linear(
    [0, floor],
    [0, floor + 240],
    [
      [0, tones.glow, 0.55],
      [1, tones.glow, 0],
    ],
  );
  return path(
    polygon(
      points(
        x + width * 0.1,
        floor,
        x + width * 0.9,
        floor,
        x + width * 0.75,
        floor + 260,
        x - width * 0.4,
        floor + 260,
      ),
    ),
    { fill, opacity: 0.7 },
  );
}

/** Light that reaches the floor in front. */
function spill({ tones, defs }: Scene, [x]: Point): string {
  const fill = defs.linear(
    [0, 780],
    [0, 1080],
    [
      [0, tones.glow, 0.5],
      [1, tones.glow, 0.06],
    ],
  );
  return path(polygon(points(x - 90, 790, x + 70, 790, x - 120, 1090, x - 640, 1090)), {
    fill,
    filter: defs.blur(8),
    opacity: 0.75,
  });
}

/** Sky, sun and a hill: what lies behind the last arch. */
function outside(scene: Scene, [x, y]: Point): string {
  const { rng, tones, defs } = scene;
  const fill = defs.linear(
    [0, y - 260],
    [0, y + 120],
    [
      [0, tones.mood === "night" ? tones.ramp(0.4) : mix(tones.glow, tones.second, 0.25)],
      [1, mix(tones.glow, tones.bright, 0.4)],
    ],
  );
  const hills = ridge(rng, { y: y + 60, height: 18 });
  return (
    rect(0, 0, sheet.width, sheet.height, { fill }) +
    circle([x + 24, y - 22], 38, { fill: mix(tones.accent, tones.glow, 0.2) }) +
    path(below(hills), { fill: mix(tones.foliage, tones.depth(0.4), 0.4) }) +
    cypress(scene, [x - 44, y + 68], 110, tones.foliage)
  );
}

/** A plain wall with three doors; one is open and light falls out of it. */
function oneOpen(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const floor = 850;
  const [w, h] = [300, 620];
  const middle = 960 + rng.around(0, 30);
  const open = rng.pick([0, 1, 1]);
  const xs = [middle - 520, middle, middle + 520].map((x) => x - w / 2);
  const colors = [tones.depth(0.62), tones.accent, tones.second].map((color) =>
    night ? mix(color, tones.ink, 0.35) : color,
  );
  const doorX = (xs[open] ?? 0) + (open === 0 ? 0 : 0);
  const light = defs.linear(
    [0, floor],
    [0, 1080],
    [
      [0, tones.glow, night ? 0.75 : 0.95],
      [1, tones.glow, 0.12],
    ],
  );
  const wedge = path(polygon(points(doorX, floor, doorX + w, floor, doorX + w + 300, 1090, doorX - 40, 1090)), {
    fill: light,
    filter: defs.blur(3),
  });
  const plants = [rubberPlant, snakePlant] as const;
  return [
    room(scene, floor),
    ...xs.map((x, index) => frame(scene, x, floor - h, w, h, index === open ? null : (colors[index] ?? tones.accent))),
    halo(scene, [doorX + w / 2, floor - h / 2], 560, night ? 0.45 : 0.5),
    doorOpening(scene, doorX, floor - h, w, h),
    wedge,
    leafOfDoor(scene, doorX + w, floor - h, w, h, colors[open] ?? tones.accent),
    placed(
      [(xs[0] ?? 0) + w + 110 + (open === 0 ? 160 : 0), floor + 30],
      1,
      rng.pick([...plants])(scene, { height: 380, color: tones.foliage, pot: tones.bright }),
    ),
  ].join("");
}

/** A frame, and the closed door in it when it has a colour. */
function frame(scene: Scene, x: number, y: number, w: number, h: number, color: string | null): string {
  const { tones } = scene;
  const casing = mix(tones.bright, tones.wall, tones.mood === "night" ? 0.65 : 0.2);
  const outer =
    path(`M${px(x - 30)} ${px(y + h)}V${px(y - 30)}H${px(x + w + 30)}V${px(y + h)}Z`, { fill: casing }) +
    rect(x + w + 30, y - 30, 16, h + 30, { fill: tones.ink, opacity: 0.16 });
  if (color === null) return outer;
  const panel = (top: number, height: number): string =>
    path(roundedRect(x + 46, y + top, w - 92, height, 4), {
      fill: "none",
      stroke: mix(color, tones.ink, 0.35),
      strokeWidth: 5,
      opacity: 0.7,
    }) +
    path(roundedRect(x + 51, y + top + 5, w - 92, height, 4), {
      fill: "none",
      stroke: mix(color, tones.bright, 0.4),
      strokeWidth: 3,
      opacity: 0.5,
    });
  return (
    outer +
    solid(scene, polygon(points(x, y, x + w, y, x + w, y + h, x, y + h)), color, { shadow: 0.4 }) +
    panel(50, 220) +
    panel(320, 240) +
    circle([x + w - 30, y + h * 0.52], 11, { fill: mix(tones.glow, tones.accent, 0.3) })
  );
}

function doorOpening(scene: Scene, x: number, y: number, w: number, h: number): string {
  const { tones, defs } = scene;
  const fill = defs.linear(
    [0, y],
    [0, y + h],
    [
      [0, mix(tones.glow, tones.accent, 0.16)],
      [0.75, mix(tones.glow, tones.bright, 0.5)],
    ],
  );
  const clip = defs.clip(rect(x, y, w, h, {}));
  const hills = ridge(scene.rng, { y: y + h * 0.74, height: 22 });
  const view =
    path(below(hills, y + h), { fill: mix(tones.foliage, tones.glow, 0.55) }) +
    circle([x + w * 0.4, y + h * 0.36], 52, { fill: mix(tones.accent, tones.glow, 0.35) });
  return rect(x, y, w, h, { fill }) + group({ clipPath: clip }, view);
}

/** The open door's leaf, swung towards us on its right hinge. */
function leafOfDoor(scene: Scene, hinge: number, y: number, w: number, h: number, color: string): string {
  const reach = w * 0.5;
  const d = polygon(points(hinge, y, hinge + reach, y - 44, hinge + reach, y + h + 74, hinge, y + h));
  const edge = polygon(
    points(
      hinge + reach,
      y - 44,
      hinge + reach + 12,
      y - 42,
      hinge + reach + 12,
      y + h + 70,
      hinge + reach,
      y + h + 74,
    ),
  );
  const { tones } = scene;
  return (
    solid(scene, d, mix(color, tones.ink, 0.12), { from: [0, 0], to: [1, 0], shadow: 0.4, light: 0.35 }) +
    path(edge, { fill: mix(color, tones.glow, 0.3) }) +
    circle([hinge + reach - 26, y + h * 0.54], 12, { fill: mix(tones.glow, tones.accent, 0.3) })
  );
}
