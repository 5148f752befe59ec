import { mix } from "../color";
import { cloud, mist, sky, stars, sunDisc } from "../outdoors";
import { halo, layer, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, heightAt, points, polygon, ridge, sheet, smooth } from "../shapes";
import { group, path, px, rect } from "../svg";
import type { Point } from "../svg";
import { cypress, grass, roundTree, treeShadow } from "../trees";

/** A path that leads away: over hills, or through tall trees. */
export const compositions: Compositions = [
  { draw: overHills, shows: "A pale path winding over one hill after another toward the {sun}." },
  { draw: throughTrees, shows: "A pale path between tall tree trunks, leading toward the light." },
];

/** Where the path runs on the picture: from the horizon at `top` to the lower edge. */
type Course = { top: number; goal: number; sway: number; turns: number; phase: number; width: number };

const bottom = sheet.height + 40;

function at(course: Course, y: number): { x: number; width: number } {
  const t = Math.min(Math.max((y - course.top) / (bottom - course.top), 0), 1);
  // Bends come thicker towards the horizon, as they do in perspective.
  const bend = Math.sin(course.phase + t ** 0.55 * Math.PI * 2 * course.turns);
  return { x: course.goal + bend * course.sway * t ** 0.75, width: 7 + course.width * t ** 1.75 };
}

function ribbon({ tones, defs }: Scene, course: Course): string {
  const left: Point[] = [];
  const right: Point[] = [];
  for (let y = course.top; y <= bottom; y += 12) {
    const { x, width } = at(course, y);
    left.push([x - width / 2, y]);
    right.push([x + width / 2, y]);
  }
  const night = tones.mood === "night";
  const color = mix(tones.glow, tones.bright, night ? 0 : 0.3);
  const fill = defs.linear(
    [0, course.top],
    [0, bottom],
    [
      [0, mix(color, tones.depth(0.3), night ? 0.3 : 0)],
      [1, mix(color, tones.depth(0.4), night ? 0.62 : 0.34)],
    ],
  );
  return path(`${smooth(left)}L${smooth(right.reverse()).slice(1)}Z`, { fill });
}

/** Hill behind hill, the path bending from one to the other. */
function overHills(scene: Scene): string {
  const { rng, tones } = scene;
  const goal = rng.range(960, 1100);
  const course: Course = {
    top: 530,
    goal,
    sway: rng.range(230, 300),
    turns: rng.range(1.05, 1.3),
    phase: rng.pick([0, Math.PI]),
    width: 300,
  };
  const parts = [
    sky(scene, 620),
    tones.mood === "night" ? stars(scene, 70, 420) : "",
    sunDisc(scene, [goal + rng.range(-30, 50), rng.range(350, 410)], rng.range(95, 130)),
    cloud(scene, [rng.range(360, 500), 230], 420, 0.7),
    cloud(scene, [rng.range(1280, 1400), 160], 320, 0.5),
  ];
  const levels = [
    { y: 500, height: 50, tone: 0.1 },
    { y: 585, height: 50, tone: 0.26 },
    { y: 690, height: 52, tone: 0.44 },
    { y: 840, height: 54, tone: 0.68 },
  ];
  levels.forEach(({ y, height, tone }, index) => {
    const crest = ridge(rng, { y, height, roughness: 0.3 });
    const color = mix(tones.depth(tone), tones.foliage, 0.24 * tone);
    const clip = scene.defs.clip(path(below(crest), {}));
    parts.push(layer(scene, below(crest), color, { grain: index > 1, shadow: 0.4, light: 0.34 - tone * 0.16 }));
    // A small step from hill to hill: the path dips behind each crest.
    parts.push(
      group(
        { clipPath: clip, transform: `translate(${px(index % 2 === 0 ? 0 : 7 + index * 3)} 0)` },
        ribbon(scene, { ...course, top: Math.max(course.top, heightAt(crest, goal)) }),
      ),
    );
    if (index < 2) parts.push(mist(scene, y, y + 200, 0.36));
    parts.push(company(scene, crest, at(course, y).x, index));
  });
  return parts.join("");
}

/** Trees beside the path, larger as they come nearer. */
function company(scene: Scene, crest: readonly Point[], pathX: number, index: number): string {
  const { rng, tones } = scene;
  const height = [40, 74, 140, 320][index] ?? 60;
  const spots =
    [
      [-260, 330],
      [-330, -300, 290],
      [-440, 380, 450],
      [-500, 520],
    ][index] ?? [];
  const draw = rng.pick([cypress, roundTree]);
  return spots
    .map((offset) => {
      const x = rng.around(pathX + offset, 24);
      const foot: Point = [x, heightAt(crest, x) + height * 0.06];
      const size = height * rng.range(0.72, 1.1);
      return (
        treeShadow(scene, foot, size) +
        draw(scene, foot, size, mix(tones.depth(0.5 + index * 0.16), tones.foliage, 0.35))
      );
    })
    .join("");
}

/** Trunks on both sides, and the light at the end. */
function throughTrees(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const goal: Point = [rng.range(860, 1060), 560];
  const air = defs.radial(goal, 1150, [
    [0, mix(tones.glow, tones.bright, 0.3)],
    [0.25, mix(tones.sky.bottom, tones.glow, 0.3)],
    [0.6, tones.depth(0.16)],
    [1, tones.depth(0.34)],
  ]);
  const course: Course = {
    top: 632,
    goal: goal[0],
    sway: rng.range(110, 170),
    turns: 0.9,
    phase: rng.pick([0.2, Math.PI + 0.2]),
    width: 430,
  };
  const side = (gap: number, count: number, width: number): Omit<Trunks, "base" | "color"> => ({
    middle: goal[0],
    gap,
    count,
    width,
  });
  const dark = mix(tones.depth(1), tones.ink, 0.3);
  const tufts = Array.from({ length: 12 }, (_, index) => {
    const y = rng.range(860, 1085);
    const { x, width } = at(course, y);
    const out = (index % 2 === 0 ? -1 : 1) * (width / 2 + rng.range(20, 330));
    return { y, markup: grass(scene, [x + out, y], (y - 780) * 0.34, mix(tones.depth(0.85), tones.foliage, 0.4)) };
  });
  tufts.sort((a, b) => a.y - b.y);
  return [
    rect(0, 0, sheet.width, sheet.height, { fill: air }),
    layer(scene, below(ridge(rng, { y: 590, height: 30 })), tones.depth(0.16), { grain: false, light: 0.4 }),
    trunks(scene, { ...side(60, 16, 15), base: 640, color: mix(tones.depth(0.24), tones.glow, 0.15) }),
    layer(
      scene,
      below(ridge(rng, { y: 640, height: 16, roughness: 0.4 })),
      mix(tones.depth(0.42), tones.foliage, 0.25),
      { light: 0.45, shadow: 0.45 },
    ),
    trunks(scene, { ...side(150, 10, 34), base: 720, color: tones.depth(0.46) }),
    ribbon(scene, course),
    shafts(scene, goal),
    trunks(scene, { ...side(330, 6, 66), base: 860, color: tones.depth(0.72) }),
    ...tufts.map(({ markup }) => markup),
    trunks(scene, { ...side(660, 4, 130), base: 1020, color: dark }),
    halo(scene, goal, 420, 0.5),
  ].join("");
}

type Trunks = { middle: number; gap: number; count: number; base: number; color: string; width: number };

/** Trunks left and right of the path, from `gap` outwards, lit on the side that faces the clearing. */
function trunks(scene: Scene, { middle, gap, count, base, color, width }: Trunks): string {
  const { rng } = scene;
  return Array.from({ length: count }, (_, index) => {
    const side = index % 2 === 0 ? -1 : 1;
    const x = middle + side * (gap + Math.floor(index / 2) * width * rng.range(3, 4.6) + rng.range(0, width));
    const w = width * rng.range(0.7, 1.15);
    const foot = base + rng.around(0, width * 0.35);
    const top = x + rng.around(0, width * 0.5);
    const left = `M${px(top - w / 2)} -20L${px(x - w / 2)} ${px(foot - w)}Q${px(x - w * 0.6)} ${px(foot - w * 0.2)} ${px(x - w)} ${px(foot)}`;
    const right = `H${px(x + w)}Q${px(x + w * 0.6)} ${px(foot - w * 0.2)} ${px(x + w / 2)} ${px(foot - w)}L${px(top + w / 2)} -20Z`;
    const [from, to]: [Point, Point] =
      side < 0
        ? [
            [1, 0],
            [0, 0],
          ]
        : [
            [0, 0],
            [1, 0],
          ];
    return solid(scene, left + right, color, { from, to, shadow: 0.5, light: 0.3, grain: width > 50 });
  }).join("");
}

/** Sunbeams between the trunks. */
function shafts({ rng, tones, defs }: Scene, [x, y]: Point): string {
  const fill = defs.linear(
    [x, y - 500],
    [x, y + 350],
    [
      [0, tones.glow, 0.45],
      [1, tones.glow, 0],
    ],
  );
  const beams = [-1, -0.3, 0.5].map((place) => {
    const top = x + place * 300 + rng.around(0, 50);
    const w = rng.range(50, 120);
    return path(polygon(points(top, -20, top + w, -20, top + w * 2.2 + 260, 950, top + 200, 950)), {
      fill,
      opacity: 0.6,
    });
  });
  return group({ filter: defs.blur(6) }, ...beams);
}
