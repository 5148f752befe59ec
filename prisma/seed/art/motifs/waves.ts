import { mix } from "../color";
import { cloud, sky, stars, sunDisc } from "../outdoors";
import { layer, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, between, sheet, smooth } from "../shapes";
import { circle, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** The sea: calm with a sail on it, or one great wave. */
export const compositions: Compositions = [
  { draw: calmSea, shows: "A small sailboat on gentle waves, with the {sun} on the horizon." },
  { draw: greatWave, shows: "One great wave in bands of color, rising and curling over, with the {sun} beside it." },
];

/** A swell with narrow crests and wide troughs. */
function swell({ rng }: Scene, y: number, height: number, length: number): Point[] {
  const phase = rng.range(0, Math.PI * 2);
  const second = rng.range(0, Math.PI * 2);
  const points: Point[] = [];
  for (let x = -120; x <= sheet.width + 120; x += Math.min(length / 12, 40)) {
    const crest = ((Math.sin((x / length) * Math.PI * 2 + phase) + 1) / 2) ** 1.45;
    const slow = Math.sin((x / length) * Math.PI * 0.86 + second);
    points.push([x, y - crest * height * (0.8 + 0.2 * slow) - slow * height * 0.3]);
  }
  return points;
}

function calmSea(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const horizon = rng.range(500, 560);
  const sun: Point = [rng.range(1080, 1260), horizon - rng.range(20, 130)];
  const water = defs.linear(
    [0, horizon],
    [0, sheet.height],
    [
      [0, mix(tones.depth(0.1), tones.sky.bottom, 0.4)],
      [1, tones.depth(0.5)],
    ],
  );
  const count = 7;
  const swells = Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const crest = swell(scene, horizon + 70 + share ** 1.25 * 430, 14 + share * 46, 300 + share * 420);
    const color = index === 3 ? mix(tones.depth(0.42), tones.second, 0.35) : tones.depth(0.14 + share * 0.8);
    const surface = layer(scene, below(crest), color, { grain: index > 3, shadow: 0.36, light: 0.32 - share * 0.16 });
    return surface + line(smooth(crest), mix(color, tones.bright, 0.6), 2 + share * 3.5, { opacity: 0.55 });
  });
  const boat: Point = [rng.range(620, 780), horizon + 118];
  return [
    sky(scene, horizon),
    tones.mood === "night" ? stars(scene, 80, horizon * 0.8) : "",
    sunDisc(scene, sun, rng.range(120, 165)),
    cloud(scene, [rng.range(280, 420), rng.range(190, 270)], rng.range(420, 520), 0.75),
    cloud(scene, [rng.range(1320, 1440), rng.range(140, 220)], 340, 0.55),
    rect(0, horizon, sheet.width, sheet.height - horizon, { fill: water }),
    swells[0],
    glitter(scene, sun[0], horizon + 4, horizon + 150),
    placed(boat, 1.35, sailboat(scene)),
    ...swells.slice(1),
  ].join("");
}

/** Short strokes of light on the water under the sun, wider towards us. */
function glitter({ rng, tones }: Scene, x: number, top: number, bottom: number): string {
  const strokes: string[] = [];
  for (let y = top + 12; y < bottom; y += 13) {
    const spread = 120 + (y - top) * 0.6;
    for (let index = 0; index < 2; index += 1) {
      const width = rng.range(0.25, 0.9) * spread;
      const left = x + rng.around(0, spread * 0.6) - width / 2;
      strokes.push(line(`M${px(left)} ${px(y)}h${px(width)}`, tones.glow, 5, { opacity: px(rng.range(0.4, 0.9)) }));
    }
  }
  return group({}, ...strokes);
}

function sailboat(scene: Scene): string {
  const { tones } = scene;
  return group(
    { transform: "rotate(-4)" },
    solid(scene, "M4-196C60-160 92-92 98-36L4-28Z", tones.bright, {
      grain: false,
      from: [0, 0],
      to: [1, 1],
      shadow: 0.3,
    }),
    solid(scene, "M-8-168C-42-124-62-82-70-36L-8-28Z", tones.accent, { grain: false, shadow: 0.4 }),
    line("M-2-206V-20", tones.ink, 4),
    path("M-86-20H112C102 10 86 24 70 24H-50C-68 24-80 8-86-20Z", { fill: mix(tones.ink, tones.depth(0.8), 0.3) }),
    path("M-86-20H112L109-10H-83Z", { fill: mix(tones.accent, tones.bright, 0.3) }),
  );
}

/** From the foot of the wave to its tip: the back it rises with, and the hollow face. */
const back: readonly Point[] = [
  [-140, 716],
  [60, 692],
  [260, 616],
  [430, 500],
  [580, 372],
  [740, 276],
  [910, 240],
  [1060, 274],
  [1152, 352],
  [1178, 446],
  [1142, 524],
];
const face: readonly Point[] = [
  [-140, 1190],
  [140, 1180],
  [380, 1110],
  [570, 1000],
  [706, 870],
  [786, 730],
  [822, 602],
  [876, 500],
  [962, 436],
  [1064, 440],
  [1142, 524],
];

/** One wave that rises and curls, in bands that all run into its tip. */
function greatWave(scene: Scene): string {
  const { rng, tones } = scene;
  const colors = [
    tones.depth(0.7),
    mix(tones.depth(0.3), tones.bright, 0.3),
    tones.depth(0.52),
    mix(tones.second, tones.depth(0.4), 0.3),
    tones.depth(0.78),
    tones.depth(0.6),
    tones.depth(0.92),
  ];
  const edges = [0, 0.13, 0.22, 0.42, 0.54, 0.72, 0.86].map((share) => between(back, face, share));
  const bands = edges.map((edge, index) => {
    const d = `${smooth(edge)}L${smooth([...face].reverse()).slice(1)}Z`;
    return layer(scene, d, colors[index] ?? tones.ink, { shadow: 0.4, light: 0.3, from: [0.5, 0], to: [0.35, 1] });
  });
  const sea = [
    { y: 812, height: 46, length: 620, tone: 0.26 },
    { y: 880, height: 56, length: 760, tone: 0.5 },
    { y: 975, height: 70, length: 980, tone: 0.98 },
  ].map(({ y, height, length, tone }) => {
    const crest = swell(scene, y, height, length);
    return (
      layer(scene, below(crest), tones.depth(tone), { shadow: 0.36, light: 0.24 }) +
      line(smooth(crest), mix(tones.depth(tone), tones.bright, 0.6), 4, { opacity: 0.5 })
    );
  });
  return [
    sky(scene, 800),
    tones.mood === "night" ? stars(scene, 80, 520) : "",
    sunDisc(scene, [rng.range(1310, 1400), rng.range(470, 560)], rng.range(130, 160)),
    cloud(scene, [rng.range(1220, 1320), rng.range(170, 230)], 480, 0.65),
    cloud(scene, [rng.range(160, 260), rng.range(240, 300)], 380, 0.5),
    sea[0],
    ...bands,
    line(smooth(back), tones.bright, 5, { opacity: 0.6 }),
    spray(scene),
    ...sea.slice(1),
  ].join("");
}

/** Drops that leave the crest, smaller the further they fly. */
function spray({ rng, tones }: Scene): string {
  const drops = Array.from({ length: 22 }, () => {
    const far = rng.next();
    const at: Point = [rng.range(900, 1180) + far * 110, 250 - far * 110 + rng.around(0, 26)];
    return circle(at, 10 - far * 7, { fill: tones.bright, opacity: 0.9 - far * 0.5 });
  });
  return group({}, ...drops);
}
