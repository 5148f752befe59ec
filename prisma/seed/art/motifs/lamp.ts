import { mix } from "../color";
import { armchair, sideTable } from "../furniture";
import { framedPicture, windowWithView } from "../indoors";
import { bookStack, cup, floorLamp, lampShade, openBook, steam } from "../objects";
import { rubberPlant, snakePlant, vaseWithTwigs } from "../plants";
import { castShadow, halo, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { disc, polygon, sheet } from "../shapes";
import { circle, ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** A lamp that is lit: on a table with a book, over two cups, or bent over a chair. */
export const compositions: Compositions = [
  { draw: onTheTable, shows: "A lit table lamp in a dim room, with an open book in front of it." },
  { draw: hanging, shows: "A hanging lamp that lights a round table with two cups, an armchair on either side." },
  {
    draw: overTheChair,
    shows: "An armchair in the light of a tall lamp, with an open book and a cup on a small table beside it.",
  },
];

function dim({ rng, tones, defs }: Scene): string {
  const own = tones.ramp(tones.mood === "night" ? 0.86 : 0.66);
  const wall = rng.chance(0.4) ? mix(tones.second, "#15171d", tones.mood === "night" ? 0.66 : 0.45) : own;
  const fill = defs.linear(
    [0, 0],
    [0, sheet.height],
    [
      [0, mix(wall, tones.ink, 0.25)],
      [1, wall],
    ],
  );
  return rect(0, 0, sheet.width, sheet.height, { fill });
}

/** The light on the wall behind a lamp: it opens upwards and downwards from the shade, and fades. */
function cones({ tones, defs }: Scene, [x, y]: Point, half: number): string {
  const warm = mix(tones.glow, tones.accent, 0.3);
  const light = (reach: number, strength: number): string =>
    defs.radial([x, y], reach, [
      [0, tones.glow, strength],
      [0.3, mix(tones.glow, warm, 0.5), strength * 0.62],
      [0.65, warm, strength * 0.2],
      [1, warm, 0],
    ]);
  const up: Point[] = [
    [x - half * 0.6, y - 60],
    [x + half * 0.6, y - 60],
    [x + half * 2.6, y - 760],
    [x - half * 2.6, y - 760],
  ];
  const down: Point[] = [
    [x - half, y + 60],
    [x + half, y + 60],
    [x + half * 3.4, y + 620],
    [x - half * 3.4, y + 620],
  ];
  return group(
    { filter: defs.blur(22) },
    path(polygon(up), { fill: light(620, 0.6) }),
    path(polygon(down), { fill: light(700, 0.75) }),
  );
}

/** Feet of table lamps, 300 high. */
const lampFeet = [
  "M-34 0C-92-20-104-130-58-196C-34-230-14-250-12-300H12C14-250 34-230 58-196C104-130 92-20 34 0Z",
  "M-70 0C-70-30-30-34-14-40V-300H14V-40C30-34 70-30 70 0Z",
  "M-52 0C-52-16-40-22-30-26C-120-60-120-212-14-232V-300H14V-232C120-212 120-60 30-26C40-22 52-16 52 0Z",
] as const;

const lampShades = [
  "M-92-490H92L164-300H-164Z",
  "M-140-480H140L150-300H-150Z",
  "M-40-496C40-510 130-420 160-300H-160C-130-420-70-500-40-496Z",
] as const;

function onTheTable(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const table = 800;
  const lamp: Point = [rng.range(740, 880), table + 20];
  const bulb: Point = [lamp[0], lamp[1] - 400];
  const wood = mix(tones.depth(0.75), tones.accent, 0.25);
  const [first, second] = rng.pick([
    [tones.accent, tones.second],
    [tones.second, tones.accent],
  ]);
  const top = defs.linear(
    [300, 0],
    [1700, 0],
    [
      [0, mix(wood, tones.glow, 0.18)],
      [0.35, mix(wood, tones.glow, 0.42)],
      [1, mix(wood, tones.ink, 0.35)],
    ],
  );
  const foot = solid(scene, rng.pick(lampFeet), first, { from: [0, 0], to: [1, 0.4], shadow: 0.5 });
  return [
    dim(scene),
    onTheWall(scene),
    halo(scene, bulb, 820, 0.5),
    cones(scene, bulb, 150),
    rect(0, table, sheet.width, sheet.height - table, { fill: mix(wood, tones.ink, 0.55) }),
    rect(0, table - 4, sheet.width, 70, { fill: top }),
    castShadow(scene, disc([lamp[0] + 40, lamp[1] + 4], 210, 0.08), 0.35, 8),
    placed(lamp, 1, foot + lampShade(scene, rng.pick(lampShades))),
    halo(scene, [bulb[0], bulb[1] + 20], 330, 0.55),
    company(scene, [lamp[0] + 340, table + 24], second),
    placed([lamp[0] - 320, table + 30], 1.1, openBook(scene)),
  ].join("");
}

function onTheWall(scene: Scene): string {
  const { rng, tones } = scene;
  const x = rng.range(1180, 1290);
  return rng.pick([
    () => framedPicture(scene, { x, y: 170, width: 240, height: 300 }, tones.depth(0.5)),
    () =>
      framedPicture(scene, { x, y: 190, width: 180, height: 220 }, tones.depth(0.5)) +
      framedPicture(scene, { x: x + 215, y: 270, width: 130, height: 160 }, tones.second),
    () => windowWithView(scene, { x, y: 130, width: 280, height: 400 }),
  ])();
}

/** What stands beside the lamp. */
function company(scene: Scene, [x, y]: Point, color: string): string {
  const { rng, tones } = scene;
  const hot = cup(scene, 84, tones.bright) + placed([0, -86], 1, steam(scene, 140));
  const leafy = { height: rng.range(380, 470), color: mix(tones.foliage, tones.ink, 0.2), pot: color };
  const books = bookStack(scene, 250, [color, tones.depth(0.5), tones.accent]);
  const plant = rng.pick([snakePlant, rubberPlant]);
  return rng.pick([
    () =>
      placed([x, y], 1, books.markup + placed([10, -books.height], 1, hot)) +
      placed([x + 300, y], 1, plant(scene, leafy)),
    () => placed([x - 60, y], 1, hot) + placed([x + 190, y], 1, vaseWithTwigs(scene, 480, color, tones.foliage)),
    () => placed([x + 20, y], 1, plant(scene, { ...leafy, height: 330 })) + placed([x + 290, y], 1, books.markup),
  ])();
}

/** A pendant over a round table with two cups; two chairs stand at it. */
function hanging(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const lamp: Point = [rng.range(900, 1000), 330];
  const table: Point = [lamp[0] + rng.around(0, 20), 780];
  const beam = defs.linear(
    [0, lamp[1]],
    [0, 1080],
    [
      [0, tones.glow, 0.62],
      [0.65, mix(tones.glow, tones.accent, 0.3), 0.2],
      [1, mix(tones.glow, tones.accent, 0.4), 0],
    ],
  );
  const shade = rng.pick([
    "M-26-130C-120-110-190-50-196 20H196C190-50 120-110 26-130Z",
    "M-60-150H60L190 20H-190Z",
    "M-30-190C-40-90-180-60-196 20H196C180-60 40-90 30-190Z",
  ]);
  const seats = [tones.second, mix(tones.accent, tones.ink, 0.2), tones.ramp(0.6)].map((color) =>
    mix(color, tones.ink, tones.mood === "night" ? 0.3 : 0.1),
  );
  const style = rng.pick(["tub", "wing"] as const);
  const [left = tones.second, right = tones.accent] = rng.chance(0.5) ? seats : seats.slice(1);
  const cone = polygon([
    [lamp[0] - 190, lamp[1] + 20],
    [lamp[0] + 190, lamp[1] + 20],
    [lamp[0] + 640, 1080],
    [lamp[0] - 640, 1080],
  ]);
  return [
    dim(scene),
    rng.chance(0.6) ? windowWithView(scene, { x: 1330, y: 150, width: 230, height: 330 }) : "",
    rect(0, 880, sheet.width, 200, { fill: mix(tones.depth(0.9), tones.ink, 0.3) }),
    halo(scene, lamp, 700, 0.35),
    path(cone, { fill: beam, filter: defs.blur(9) }),
    ellipse([table[0], 985], 520, 60, { fill: tones.glow, opacity: 0.16 }),
    placed([table[0] - 420, 985], 1, armchair(scene, style, left)),
    placed([table[0] + 420, 985], -1, armchair(scene, style, right, true)),
    laidTable(scene, table),
    line(`M${px(lamp[0])} -10V${px(lamp[1] - 130)}`, tones.ink, 6),
    placed(
      lamp,
      1,
      solid(scene, shade, tones.accent, { shadow: 0.5, from: [0, 0], to: [1, 0.4] }) +
        ellipse([0, 20], 195, 24, { fill: mix(tones.glow, tones.bright, 0.4) }),
    ),
    halo(scene, [lamp[0], lamp[1] + 30], 300, 0.5),
  ].join("");
}

function laidTable(scene: Scene, table: Point): string {
  const { tones, defs } = scene;
  const wood = mix(tones.depth(0.7), tones.accent, 0.3);
  const [x, y] = table;
  const surface = defs.radial(table, 320, [
    [0, mix(wood, tones.glow, 0.6)],
    [1, wood],
  ]);
  return [
    line(`M${px(x)} ${px(y + 10)}V980`, mix(wood, tones.ink, 0.5), 24),
    ellipse([x, 986], 120, 18, { fill: mix(wood, tones.ink, 0.6) }),
    ellipse([x, y + 18], 300, 46, { fill: mix(wood, tones.ink, 0.5) }),
    ellipse(table, 300, 46, { fill: surface }),
    placed([x - 110, y + 8], 1, cup(scene, 78, tones.bright) + placed([0, -80], 1, steam(scene, 130))),
    placed([x + 120, y + 14], 1, cup(scene, 78, tones.accent)),
    placed([x + 8, y - 6], 0.8, vaseWithTwigs(scene, 250, tones.second, tones.foliage)),
  ].join("");
}

/** An armchair in the light of a tall lamp, a book on the small table beside it. */
function overTheChair(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const floor = 830;
  const lamp: Point = [rng.range(1250, 1330), 930];
  const bulb: Point = [lamp[0] - 82, lamp[1] - 706];
  const chair: Point = [rng.range(760, 820), 960];
  const color = rng.pick([tones.accent, tones.second, tones.ramp(0.55)]);
  const ground = defs.radial([960, 960], 900, [
    [0, mix(tones.depth(0.75), tones.glow, 0.3)],
    [1, mix(tones.depth(0.95), tones.ink, 0.2)],
  ]);
  const table = sideTable(scene, 190, mix(tones.accent, tones.ink, 0.4));
  return [
    dim(scene),
    circle([bulb[0] - 60, bulb[1] + 170], 430, { fill: mix(tones.glow, tones.accent, 0.5), opacity: 0.16 }),
    framedPicture(scene, { x: rng.range(330, 400), y: 200, width: 210, height: 270 }, tones.depth(0.5)),
    rect(0, floor, sheet.width, sheet.height - floor, { fill: ground }),
    halo(scene, [bulb[0], bulb[1] + 40], 900, 0.5),
    placed(lamp, 1, floorLamp(scene, 820)),
    placed(
      [rng.range(1560, 1640), 900],
      1,
      rubberPlant(scene, { height: 560, color: mix(tones.foliage, tones.ink, 0.25), pot: tones.second }),
    ),
    ellipse([chair[0] - 40, chair[1] + 2], 330, 28, { fill: tones.ink, opacity: 0.4, filter: defs.thinBlur(9) }),
    placed(
      chair,
      1.4,
      armchair(
        scene,
        rng.pick(["tub", "wing", "lounge"]),
        mix(color, tones.ink, tones.mood === "night" ? 0.2 : 0.05),
        true,
      ),
    ),
    placed(
      [chair[0] + 380, 985],
      1.1,
      table + placed([-30, -194], 0.5, openBook(scene)) + placed([56, -192], 1, cup(scene, 44, tones.bright)),
    ),
    halo(scene, [bulb[0], bulb[1] + 60], 380, 0.5),
  ].join("");
}
