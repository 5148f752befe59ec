import { mix } from "../color";
import { armchair, armchairShadow, sideTable } from "../furniture";
import type { ChairStyle } from "../furniture";
import { framedPicture, lightOnFloor, lightOnWall, room, rug, windowWithView } from "../indoors";
import { cup, floorLamp, steam } from "../objects";
import { rubberPlant, snakePlant, vaseWithTwigs } from "../plants";
import { halo, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { archway, disc, sheet } from "../shapes";
import { ellipse, path, rect } from "../svg";
import type { Point } from "../svg";

/** Two armchairs that face each other. */
export const compositions: Compositions = [
  {
    draw: byTheWindow,
    shows:
      "Two armchairs facing each other across a small table, with light from a tall window on the floor between them.",
    moods: ["day", "dusk"],
  },
  {
    draw: byTheLamp,
    shows:
      "Two armchairs facing each other across a small table, with a tall lamp behind one of them and a plant behind the other.",
  },
  {
    draw: inTheLight,
    shows: "Two armchairs facing each other in an empty room, in front of a large bright opening.",
    moods: ["day", "dusk"],
  },
];

type Seat = { at: Point; scale: number; color: string; style: ChairStyle };

/** Two seats of one kind in two colours, the left one nearer to us. */
function pair({ rng, tones }: Scene, [x, y]: Point, gap: number, size: number): [Seat, Seat] {
  const night = tones.mood === "night";
  const quiet = night ? tones.ramp(0.62) : tones.depth(0.64);
  const [one, other] = rng.pick([
    [tones.accent, quiet],
    [quiet, tones.second],
    [tones.second, tones.accent],
  ]);
  const shade = (color: string): string => (night ? mix(color, tones.ink, 0.25) : color);
  const style = rng.pick(["tub", "wing", "lounge"] as const);
  const step = rng.range(16, 30);
  return [
    { at: [x - gap, y + step], scale: size * 1.07, color: shade(one), style },
    { at: [x + gap, y - step], scale: -size * 0.96, color: shade(other), style },
  ];
}

function seated(scene: Scene, seats: readonly Seat[], shadow: "short" | "long"): string {
  const { tones, defs } = scene;
  const shadows = seats.map(({ at, scale, style }) =>
    shadow === "long"
      ? armchairShadow(scene, style, at, scale)
      : ellipse([at[0] + 60, at[1] + 2], 245 * Math.abs(scale), 24, {
          fill: tones.ink,
          opacity: 0.32,
          filter: defs.thinBlur(8),
        }),
  );
  return (
    shadows.join("") +
    seats.map(({ at, scale, color, style }) => placed(at, scale, armchair(scene, style, color, scale < 0))).join("")
  );
}

/** A tall window between them, its light long on the floor. */
function byTheWindow(scene: Scene): string {
  const { rng, tones } = scene;
  const opening = { x: rng.range(650, 780), y: 110, width: rng.range(280, 340), height: 500, arched: rng.chance(0.5) };
  const things =
    placed([-38, -180], 1, cup(scene, 46, tones.bright)) +
    placed([40, -178], 0.62, vaseWithTwigs(scene, 240, tones.depth(0.5), tones.second));
  return [
    room(scene, 770),
    windowWithView(scene, opening),
    framedPicture(scene, { x: rng.range(1290, 1360), y: 220, width: 180, height: 230 }, tones.depth(0.4)),
    rug(scene, [960, 945], [700, 92], mix(tones.floor, tones.bright, 0.25)),
    lightOnFloor(scene, { left: opening.x, right: opening.x + opening.width, y: 774 }, { length: 310, lean: 330 }),
    placed(
      [rng.range(1590, 1680), 850],
      1,
      rubberPlant(scene, { height: 640, color: tones.foliage, pot: tones.bright }),
    ),
    seated(scene, pair(scene, [950, 925], rng.range(345, 375), 1.12), "short"),
    placed([960, 950], 1, sideTable(scene, 176, mix(tones.accent, tones.ink, 0.35)) + things),
  ].join("");
}

/** An evening room: a lamp behind one of them, perhaps the last sun on the wall. */
function byTheLamp(scene: Scene): string {
  const { rng, tones } = scene;
  const night = tones.mood === "night";
  const lamp: Point = [rng.range(1440, 1520), 880];
  const plant = rng.pick([rubberPlant, snakePlant]);
  const cups =
    placed([-34, -174], 1, cup(scene, 44, tones.bright) + placed([0, -46], 1, steam(scene, 90))) +
    placed([44, -174], 1, cup(scene, 44, tones.accent));
  return [
    room(scene, 770),
    night
      ? windowWithView(scene, { x: rng.range(660, 760), y: 150, width: 250, height: 360 })
      : lightOnWall(scene, { x: rng.range(640, 780), y: 120, width: 480, height: 430 }, { columns: 3, rows: 2 }),
    framedPicture(scene, { x: rng.range(300, 350), y: 210, width: 200, height: 250 }, tones.depth(0.4)),
    rug(scene, [960, 945], [720, 90], mix(tones.floor, tones.bright, 0.16)),
    placed(lamp, 1, floorLamp(scene, 700)),
    halo(scene, [lamp[0] - 70, 290], 680, night ? 0.55 : 0.3),
    placed(
      [rng.range(230, 300), 860],
      1,
      plant(scene, { height: 540, color: tones.foliage, pot: night ? tones.second : tones.bright }),
    ),
    seated(scene, pair(scene, [950, 925], rng.range(335, 365), 1.12), "short"),
    placed([960, 948], 1, sideTable(scene, 170, tones.depth(0.85)) + cups),
  ].join("");
}

/** Nothing but the two chairs, the light of a large opening, and long shadows. */
function inTheLight(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const wall = mix(tones.wall, tones.depth(0.4), 0.45);
  const floor = 770;
  const fill = defs.linear(
    [0, 0],
    [sheet.width, floor],
    [
      [0, mix(wall, tones.ink, 0.08)],
      [1, mix(wall, tones.ink, 0.3)],
    ],
  );
  const ground = defs.linear(
    [200, floor],
    [1700, sheet.height],
    [
      [0, mix(wall, tones.glow, 0.35)],
      [1, mix(wall, tones.ink, 0.16)],
    ],
  );
  const middle = rng.range(900, 980);
  const light = mix(tones.glow, tones.accent, tones.mood === "dusk" ? 0.3 : 0.12);
  const shape = rng.chance(0.5) ? disc([middle, 470], 370) : archway(middle - 330, 110, 660, 660);
  return [
    rect(0, 0, sheet.width, floor, { fill }),
    halo(scene, [middle, 450], 820, 0.3),
    solid(scene, shape, light, { shadow: 0.1, light: 0.5 }),
    rect(0, floor, sheet.width, sheet.height - floor, { fill: ground }),
    ellipse([middle + 190, 905], 760, 105, { fill: tones.glow, opacity: 0.3, filter: defs.thinBlur(24) }),
    path(`M0 ${String(floor)}H${String(sheet.width)}`, { stroke: tones.ink, strokeWidth: 4, opacity: 0.14 }),
    seated(scene, pair(scene, [middle, 880], rng.range(270, 310), 0.98), "long"),
  ].join("");
}
