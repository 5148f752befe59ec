import { cat } from "../animals";
import { mix } from "../color";
import { armchair } from "../furniture";
import { curtain, lightOnFloor, room } from "../indoors";
import { bookStack, cup, floorLamp, steam } from "../objects";
import { cloud, stars } from "../outdoors";
import { rubberPlant, snakePlant, vaseWithTwigs } from "../plants";
import { halo, layer, placed } from "../scene";
import type { Compositions, Scene } from "../scene";
import { archway, below, heightAt, ridge, roundedRect, sheet } from "../shapes";
import { circle, ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";
import { cypress, roundTree } from "../trees";

/** A window to look out of: wide and close by, or tall with a chair beside it. */
export const compositions: Compositions = [
  { draw: withCat, shows: "A cat on a windowsill beside a plant, looking out at hills." },
  { draw: withBooks, shows: "A windowsill with a plant, a few books and a steaming cup, and hills outside." },
  { draw: withChair, shows: "An armchair and a plant beside a tall arched window that looks out on hills." },
];

type Box = { x: number; y: number; width: number; height: number };

function frameColor({ tones }: Scene): string {
  return mix(tones.bright, tones.wall, tones.mood === "night" ? 0.62 : 0.1);
}

function withCat(scene: Scene): string {
  return closeBy(scene, cat(scene, mix(scene.tones.ink, scene.tones.depth(0.8), 0.25)));
}

function withBooks(scene: Scene): string {
  const { tones } = scene;
  const books = bookStack(scene, 220, [tones.depth(0.7), tones.second, tones.accent]);
  const hot = cup(scene, 80, tones.bright) + placed([0, -82], 1, steam(scene, 120));
  return closeBy(scene, books.markup + placed([-14, -books.height], 1, hot));
}

/** A wide window; `company` stands on its sill beside a plant. */
function closeBy(scene: Scene, company: string): string {
  const { rng, tones, defs } = scene;
  const box: Box = { x: rng.range(360, 420), y: 84, width: 1090, height: 726 };
  const frame = frameColor(scene);
  const around = (grow: number): string =>
    roundedRect(box.x - grow, box.y - grow, box.width + grow * 2, box.height + grow * 2, 6);
  const mullions = [0.34, 0.67].map((share) =>
    rect(box.x + box.width * share - 9, box.y, 18, box.height, { fill: frame }),
  );
  const sheer = mix(tones.bright, tones.second, 0.2);
  const drape = { top: 30, bottom: 1120, color: tones.mood === "night" ? mix(sheer, tones.ink, 0.6) : sheer };
  return [
    room(scene, 1400),
    path(around(58), { fill: mix(tones.wall, tones.ink, 0.18) }),
    rect(box.x + box.width, box.y - 30, 58, box.height + 60, {
      fill: mix(tones.wall, tones.glow, tones.mood === "night" ? 0.1 : 0.55),
    }),
    path(around(22), { fill: frame }),
    group(
      { clipPath: defs.clip(path(around(0), {})) },
      outside(scene, box),
      ...mullions,
      rect(box.x, box.y + 190, box.width, 14, { fill: frame }),
    ),
    sillBoard(scene, box),
    onTheSill(scene, box, company),
    line("M90 30H1830", mix(tones.ink, tones.accent, 0.2), 12),
    curtain(scene, { ...drape, x: box.x - 210, width: 250 }),
    curtain(scene, { ...drape, x: box.x + box.width + 40, width: 150 }),
  ].join("");
}

/** Sky, sun or moon, and three ridges with trees. */
function outside(scene: Scene, { x, y, width, height }: Box): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const air = defs.linear(
    [0, y],
    [0, y + height * 0.75],
    [
      [0, night ? tones.ramp(0.92) : mix(tones.sky.middle, tones.second, 0.25)],
      [1, night ? tones.ramp(0.6) : mix(tones.glow, tones.bright, 0.25)],
    ],
  );
  const sun: Point = [x + width * rng.range(0.48, 0.6), y + height * rng.range(0.36, 0.46)];
  const disc = night ? tones.bright : mix(tones.accent, tones.glow, 0.2);
  const layers = [0, 1, 2].map((index) => {
    const share = index / 2;
    const crest = ridge(rng, { y: y + height * (0.62 + share * 0.24), height: 44, roughness: 0.4 });
    const color = mix(night ? tones.ramp(0.66 + share * 0.26) : tones.ramp(0.28 + share * 0.42), tones.foliage, 0.35);
    const draw = rng.pick([cypress, roundTree]);
    const spots = [[], [0.22, 0.27, 0.78], [0.46, 0.9]][index] ?? [];
    const trees = spots.map((spot) => {
      const at = x + width * rng.around(spot, 0.02);
      return draw(
        scene,
        [at, heightAt(crest, at) + 5],
        rng.range(90, 130) * (0.75 + share * 0.6),
        mix(color, tones.ink, 0.45),
      );
    });
    return layer(scene, below(crest, y + height + 20), color, { grain: index === 2, light: 0.3 }) + trees.join("");
  });
  return [
    rect(x - 10, y - 10, width + 20, height + 20, { fill: air }),
    night ? group({ transform: `translate(0 ${px(y)})` }, stars(scene, 110, height * 0.9)) : "",
    halo(scene, sun, 340, 0.8),
    circle(sun, 78, { fill: disc }),
    cloud(scene, [x + width * 0.1, y + height * 0.32], 300, 0.85),
    cloud(scene, [x + width * 0.68, y + height * 0.2], 250, 0.7),
    ...layers,
  ].join("");
}

function sillBoard({ tones, defs }: Scene, { x, y, width, height }: Box): string {
  const sill = y + height + 14;
  const top = mix(tones.bright, tones.wall, tones.mood === "night" ? 0.5 : 0.05);
  const front = defs.linear(
    [x, 0],
    [x + width, 0],
    [
      [0, mix(top, tones.glow, 0.2)],
      [1, mix(top, tones.ink, 0.25)],
    ],
  );
  return [
    path(roundedRect(x - 110, sill, width + 220, 36, 4), { fill: top }),
    path(roundedRect(x - 110, sill + 30, width + 220, 34, 4), { fill: front }),
    rect(x - 84, sill + 64, width + 168, 34, { fill: tones.ink, opacity: 0.14 }),
  ].join("");
}

function onTheSill(scene: Scene, { x, y, width, height }: Box, company: string): string {
  const { rng, tones } = scene;
  const sill = y + height + 34;
  const night = tones.mood === "night";
  const pot = night ? mix(tones.accent, tones.ink, 0.3) : tones.accent;
  const plant = rng.pick([
    () => rubberPlant(scene, { height: 470, color: tones.foliage, pot }),
    () => snakePlant(scene, { height: 360, color: tones.foliage, pot }),
    () => vaseWithTwigs(scene, 440, pot, tones.foliage),
  ]);
  const shadow = (at: number, reach: number): string =>
    ellipse([at + 30, sill + 3], reach, 8, { fill: tones.ink, opacity: 0.3 });
  const [left, right] = [x + width * rng.range(0.16, 0.22), x + width * rng.range(0.6, 0.7)];
  return (
    shadow(left, 100) + shadow(right, 130) + placed([left, sill], 1, plant()) + placed([right, sill], 1.1, company)
  );
}

/** A tall arched window, and somewhere to sit and look out. */
function withChair(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const box: Box = { x: rng.range(500, 560), y: 70, width: 520, height: 690 };
  const frame = frameColor(scene);
  const around = (grow: number): string => archway(box.x - grow, box.y - grow, box.width + grow * 2, box.height + grow);
  const seat = rng.pick([tones.accent, tones.second, tones.depth(0.62)]);
  const chair: Point = [rng.range(1240, 1300), 960];
  return [
    room(scene, 800),
    path(around(60), { fill: mix(tones.wall, tones.ink, 0.2) }),
    group(
      { clipPath: defs.clip(path(around(60), {})) },
      rect(box.x + box.width, 0, 70, 800, { fill: mix(tones.wall, tones.glow, night ? 0.1 : 0.6) }),
    ),
    path(around(22), { fill: frame }),
    group(
      { clipPath: defs.clip(path(around(0), {})) },
      outside(scene, box),
      rect(box.x + box.width / 2 - 8, 0, 16, sheet.height, { fill: frame }),
      rect(box.x, box.y + 260, box.width, 16, { fill: frame }),
    ),
    rect(box.x - 90, 760, box.width + 180, 30, { fill: frame }),
    rect(box.x - 70, 790, box.width + 140, 14, { fill: tones.ink, opacity: 0.16 }),
    lightOnFloor(scene, { left: box.x - 10, right: box.x + box.width + 10, y: 806 }, { length: 280, lean: 260 }),
    placed([1520, 890], 1, floorLamp(scene, 690)),
    night ? halo(scene, [1450, 300], 620, 0.5) : "",
    ellipse([chair[0] + 40, chair[1] + 2], 300, 28, { fill: tones.ink, opacity: 0.3, filter: defs.thinBlur(8) }),
    placed(
      chair,
      -1.25,
      armchair(scene, rng.pick(["tub", "wing", "lounge"]), night ? mix(seat, tones.ink, 0.3) : seat, true),
    ),
    placed(
      [box.x - 190, 880],
      1,
      rubberPlant(scene, { height: 600, color: tones.foliage, pot: night ? tones.second : tones.bright }),
    ),
  ].join("");
}
