import { mix } from "../color";
import { envelope } from "../envelope";
import { cloud, mist, sky, stars, sunDisc } from "../outdoors";
import { twoToneLeaf } from "../plants";
import { layer, placed } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, leaf, points, polygon, ridge, roundedRect, sheet, smooth } from "../shapes";
import type { Leaf } from "../shapes";
import { group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** Letters: one opened on a table, or many carried off by the wind. */
export const compositions: Compositions = [
  { draw: severalOpened, shows: "A few envelopes on a table, one of them open with a letter looking out of it." },
  { draw: oneOpened, shows: "An open envelope on a table with a letter looking out of it." },
  { draw: onTheWind, shows: "Envelopes carried up by the wind over hills, toward the {sun}." },
];

type Lying = { at: Point; turn: number; size?: number; open?: boolean };

/** How the envelopes lie on the table; the last one is on top. */
const arrangements: readonly [readonly Lying[], ...(readonly Lying[])[]] = [
  [
    { at: [510, 355], turn: -16 },
    { at: [1400, 590], turn: 2 },
    { at: [920, 660], turn: -1, open: true },
  ],
  [
    { at: [1290, 300], turn: 24 },
    { at: [1400, 520], turn: 12 },
    { at: [1440, 760], turn: -3 },
    { at: [830, 680], turn: -8, size: 1.08, open: true },
  ],
  [
    { at: [620, 740], turn: -24 },
    { at: [760, 560], turn: -9 },
    { at: [900, 400], turn: 7, size: 1.02 },
    { at: [1230, 760], turn: 12, open: true },
  ],
];

function severalOpened(scene: Scene): string {
  return onTheTable(scene, scene.rng.pick(arrangements));
}

function oneOpened(scene: Scene): string {
  return onTheTable(scene, [{ at: [1000, 730], turn: 5, size: 1.38, open: true }]);
}

/** Envelopes in the light of a window. */
function onTheTable(scene: Scene, lying: readonly Lying[]): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const table = night ? tones.ramp(0.88) : tones.mood === "dusk" ? tones.wall : mix(tones.wall, tones.depth(0.25), 0.5);
  const fill = defs.linear(
    [200, 0],
    [1750, 1080],
    [
      [0, mix(table, tones.glow, night ? 0.1 : 0.4)],
      [1, mix(table, tones.ink, 0.2)],
    ],
  );
  const cream = night ? tones.ramp(0.3) : mix(tones.bright, tones.accent, 0.12);
  const shade = (color: string, paper: number): string =>
    night ? mix(color, tones.ink, 0.3) : mix(color, tones.bright, paper);
  const papers = [shade(tones.accent, 0.12), cream, shade(tones.second, 0.25)];
  const first = rng.int(0, 2);
  const letters = lying.map(({ at, turn, size = 1, open = false }, index) => {
    const color = open
      ? night
        ? mix(tones.depth(0.2), tones.bright, 0.1)
        : tones.depth(0.42)
      : (papers[(first + index) % 3] ?? cream);
    const seal = color === cream ? tones.accent : tones.depth(0.7);
    const content = group(
      { transform: `rotate(${px(rng.around(turn, 4))})` },
      envelope(scene, { color, seal: open || rng.chance(0.7) ? seal : undefined, open }),
    );
    return placed([rng.around(at[0], 26), rng.around(at[1], 20)], size, content);
  });
  const extras = rng.pick([
    () => sprig(scene, [450, 940]) + pen(scene, [585, 690]),
    () => pen(scene, [480, 560]),
    () => sprig(scene, [480, 860]),
  ]);
  return [rect(0, 0, sheet.width, sheet.height, { fill }), windowShadow(scene), extras(), ...letters].join("");
}

/** A leafy sprig that lies on the table. */
function sprig(scene: Scene, [x, y]: Point): string {
  const { tones, defs } = scene;
  const spine: Point[] = [
    [x - 150, y + 40],
    [x - 50, y + 6],
    [x + 60, y - 14],
    [x + 180, y - 20],
  ];
  const leaves = [0, 1, 2, 3, 4, 5].map((index) => {
    const from: Point = [x - 110 + index * 50, y + 26 - index * 9];
    const side = index % 2 === 0 ? -1 : 1;
    const to: Point = [from[0] + 84, from[1] + side * 62 - 12];
    const blade: Leaf = { from, to, belly: 19, bend: side * 6 };
    return { shape: leaf(blade).outline, markup: twoToneLeaf(scene, blade, tones.foliage) };
  });
  const shadow = group(
    { opacity: 0.28, filter: defs.blur(5), transform: "translate(8 12)" },
    ...leaves.map(({ shape }) => path(shape, { fill: tones.ink })),
  );
  return (
    shadow + line(smooth(spine), mix(tones.foliage, tones.ink, 0.4), 7) + leaves.map(({ markup }) => markup).join("")
  );
}

function pen({ tones, defs }: Scene, [x, y]: Point): string {
  return group(
    { transform: `translate(${px(x)} ${px(y)}) rotate(-58)` },
    rect(-180, 16, 360, 20, { fill: tones.ink, opacity: 0.3, filter: defs.blur(6) }),
    path(roundedRect(-190, -13, 300, 26, [13, 4, 4, 13]), { fill: mix(tones.ink, tones.depth(0.7), 0.3) }),
    path(roundedRect(-186, -9, 290, 7, 4), { fill: tones.bright, opacity: 0.28 }),
    rect(60, -14, 14, 28, { fill: mix(tones.accent, tones.glow, 0.4) }),
    path("M110-11C140-10 158-4 178 0C158 4 140 10 110 11Z", { fill: mix(tones.accent, tones.glow, 0.35) }),
  );
}

function windowShadow({ tones, defs }: Scene): string {
  const fill = defs.linear(
    [300, 0],
    [1500, 1080],
    [
      [0, tones.glow, tones.mood === "night" ? 0.1 : 0.5],
      [1, tones.glow, 0],
    ],
  );
  return group(
    { filter: defs.blur(5) },
    path(polygon(points(330, -20, 760, -20, 560, 1100, 60, 1100)), { fill }),
    path(polygon(points(820, -20, 1280, -20, 1180, 1100, 640, 1100)), { fill }),
  );
}

/** Envelopes that rise from the right and grow small towards the sun. */
function onTheWind(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(640, 740), rng.range(320, 390)];
  const ridges = [
    { y: 720, height: 60, tone: 0.1 },
    { y: 800, height: 66, tone: 0.36 },
    { y: 930, height: 70, tone: 0.78 },
  ].map(
    ({ y, height, tone }, index) =>
      layer(scene, below(ridge(rng, { y, height, roughness: 0.35 })), tones.depth(tone), {
        grain: index > 0,
        light: 0.25,
      }) + (index < 2 ? mist(scene, y, y + 200, 0.35) : ""),
  );
  const flight = [
    { t: [1480, 770], size: 0.66, turn: -18 },
    { t: [1160, 700], size: 0.5, turn: 16 },
    { t: [1370, 500], size: 0.42, turn: -26 },
    { t: [1060, 480], size: 0.34, turn: 20 },
    { t: [1230, 300], size: 0.27, turn: -12 },
    { t: [930, 330], size: 0.2, turn: 18 },
    { t: [1010, 185], size: 0.15, turn: -22 },
    { t: [830, 215], size: 0.11, turn: 10 },
  ];
  const papers = [tones.bright, mix(tones.accent, tones.bright, 0.35), mix(tones.second, tones.bright, 0.45)];
  const letters = flight.map(({ t, size, turn }, index) => {
    const [x = 0, y = 0] = t;
    const color = papers[index % papers.length] ?? tones.bright;
    return placed(
      [rng.around(x, 24), rng.around(y, 20)],
      size,
      group(
        { transform: `rotate(${px(rng.around(turn, 5))}) skewX(${px(rng.around(0, 12))})` },
        envelope(scene, {
          color: tones.mood === "night" ? mix(color, tones.ramp(0.5), 0.2) : color,
          seal: index % 3 === 0 ? tones.accent : tones.depth(0.6),
        }),
      ),
    );
  });
  const wake = line(smooth([[1760, 990], [1500, 830], [1200, 640], [1010, 430], [820, 270], sun]), tones.bright, 3, {
    opacity: 0.4,
    strokeDasharray: "2 18",
  });
  return [
    sky(scene, 760),
    tones.mood === "night" ? stars(scene, 80, 520) : "",
    sunDisc(scene, sun, rng.range(110, 140)),
    cloud(scene, [300, 480], 330, 0.5),
    cloud(scene, [1420, 170], 300, 0.4),
    ...ridges,
    wake,
    ...letters.reverse(),
  ].join("");
}
