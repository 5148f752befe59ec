import { perchedBird, swallow } from "../animals";
import { mix } from "../color";
import { cloud, mist, sky, sunDisc } from "../outdoors";
import { layer, placed } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, heightAt, points, ridge, smooth } from "../shapes";
import { group, line, px } from "../svg";
import type { Point } from "../svg";
import { cypress, grass } from "../trees";

/** Birds: on their way together, or on a wire that one of them has just left. */
export const compositions: Compositions = [
  {
    draw: onTheWay,
    shows: "A flock of swallows flying over hills in the mist, one of them ahead of the others and of another color.",
  },
  { draw: onTheWire, shows: "Small birds sitting on wires above low hills while one of them flies up and away." },
];

/** Where the birds of the flock fly; the first is ahead. */
const flock = points(1230, 300, 1000, 215, 985, 420, 770, 170, 760, 545, 720, 330, 520, 250, 520, 440, 330, 190);

function onTheWay(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(1180, 1300), rng.range(470, 540)];
  const crests = [
    { y: 680, height: 70, tone: 0.06 },
    { y: 770, height: 64, tone: 0.26 },
    { y: 870, height: 66, tone: 0.55 },
    { y: 1000, height: 50, tone: 0.95 },
  ].map(({ y, height, tone }) => ({ y, tone, crest: ridge(rng, { y, height, roughness: 0.36 }) }));
  const hills = crests.map(
    ({ crest, tone, y }, index) =>
      layer(scene, below(crest), tones.depth(tone), { grain: index > 1, light: 0.24 }) +
      (index < 3 ? mist(scene, y, y + 180, 0.4 - index * 0.08) : ""),
  );
  const last = crests.at(-1)?.crest ?? [];
  const reeds = [420, 500, 560, 1340, 1420, 1500].map((x) =>
    grass(
      scene,
      [rng.around(x, 26), heightAt(last, x) + 14],
      rng.range(120, 210),
      mix(tones.depth(1), tones.ink, 0.4),
      6,
    ),
  );
  const trees = [760, 830].map((x) =>
    cypress(scene, [x, heightAt(crests[2]?.crest ?? [], x) + 4], rng.range(90, 130), tones.depth(0.8)),
  );
  const color = mix(tones.ink, tones.depth(0.8), 0.35);
  const birds = flock.map(([x, y], index) => {
    const first = index === 0;
    const size = (first ? 1.3 : 1.02 - index * 0.055) * rng.range(0.94, 1.06);
    const shade = first ? mix(tones.accent, tones.ink, 0.06) : color;
    const flight = swallow(scene, shade, rng.pick([1, 0.8, 0.6]));
    return placed(
      [rng.around(x, 30), rng.around(y, 24)],
      size,
      group({ transform: `rotate(${px(rng.range(-16, -6))})` }, flight),
    );
  });
  return [
    sky(scene, 760),
    sunDisc(scene, sun, rng.range(130, 170)),
    cloud(scene, [240, 380], 420, 0.6),
    cloud(scene, [1380, 240], 380, 0.55),
    ...hills.slice(0, 3),
    ...trees,
    ...hills.slice(3),
    ...reeds,
    ...birds,
  ].join("");
}

/** Two or three wires, some birds in loose company, and one in the air. */
function onTheWire(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(620, 1300), rng.range(600, 720)];
  const far = ridge(rng, { y: 900, height: 60, roughness: 0.35 });
  const near = ridge(rng, { y: 990, height: 50, roughness: 0.3 });
  const heights = rng.pick([
    [350, 540, 710],
    [430, 640],
    [390, 590, 760],
  ]);
  const wires = heights.map((y, index) => wire(y, 62 + index * 10, rng.range(-0.05, 0.04)));
  const ink = mix(tones.ink, tones.depth(0.8), 0.2);
  const start = rng.range(900, 1160);
  const leaver: Point = [start, heightAt(wires[0] ?? [], start) - rng.range(130, 170)];
  return [
    sky(scene, 920),
    sunDisc(scene, sun, rng.range(150, 215)),
    cloud(scene, [rng.range(1050, 1300), rng.range(120, 200)], 420, 0.65),
    cloud(scene, [rng.range(180, 420), rng.range(200, 300)], 320, 0.5),
    layer(scene, below(far), tones.depth(0.2), { grain: false, light: 0.3 }),
    mist(scene, 860, 1060, 0.35),
    layer(scene, below(near), tones.depth(0.8), { shadow: 0.35 }),
    ...wires.map((points) => line(smooth(points), ink, 4)),
    ...wires.map((points, index) => company(scene, points, index === 0 ? [400, start - 330] : [440, 1480])),
    placed(
      leaver,
      rng.range(1.4, 1.65),
      group({ transform: `rotate(${px(rng.range(-26, -12))})` }, swallow(scene, tones.accent, 0.95)),
    ),
  ].join("");
}

/** A wire that hangs between poles out of sight. */
function wire(y: number, sag: number, slope: number): Point[] {
  return Array.from({ length: 21 }, (_, index): Point => {
    const x = -60 + index * 102;
    return [x, y + sag * (1 - ((x - 960) / 1020) ** 2) + (x - 960) * slope];
  });
}

/** Birds on one wire between two places, some close together and some apart. */
function company(scene: Scene, points: readonly Point[], [from, to]: Point): string {
  const { rng, tones } = scene;
  const colors = [tones.depth(0.7), tones.second, tones.depth(0.5), tones.depth(0.82)] as const;
  const birds: string[] = [];
  let x = from + rng.range(0, 260);
  while (x < to && birds.length < 4) {
    const size = rng.range(0.95, 1.16);
    birds.push(placed([x, heightAt(points, x)], rng.chance(0.4) ? -size : size, perchedBird(scene, rng.pick(colors))));
    x += rng.chance(0.55) ? rng.range(122, 150) : rng.range(260, 480);
  }
  return birds.join("");
}
