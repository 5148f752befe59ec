import { mix } from "../color";
import { armchair, sideTable } from "../furniture";
import type { ChairStyle } from "../furniture";
import { framedPicture, lightOnFloor, lightOnWall, room, rug, windowWithView } from "../indoors";
import { rubberPlant, snakePlant, vaseWithTwigs } from "../plants";
import { halo, placed } from "../scene";
import type { Scene } from "../scene";
import { ellipse, line, path } from "../svg";
import { cup, floorLamp } from "../objects";

/** Two armchairs that face each other. */
export function drawChairs(scene: Scene): string {
  return scene.rng.chance(0.5) && scene.tones.mood !== "night" ? byTheWindow(scene) : inTheEvening(scene);
}

type Pair = { left: string; right: string; style: ChairStyle };

function pairOf({ rng, tones }: Scene): Pair {
  const night = tones.mood === "night";
  const quiet = night ? tones.ramp(0.62) : tones.depth(0.62);
  const [one, other] = rng.chance(0.5) ? [tones.accent, quiet] : [quiet, tones.second];
  return { left: night ? mix(one, tones.ink, 0.25) : one, right: night ? mix(other, tones.ink, 0.25) : other, style: rng.pick(["tub", "wing", "lounge"]) };
}

function chairs(scene: Scene, { left, right, style }: Pair, gap: number): string {
  const ground = 930;
  const middle = 960;
  const shadow = (x: number): string => ellipse([x + 70, ground + 2], 250, 24, { fill: scene.tones.ink, opacity: 0.3, filter: scene.defs.blur(8) });
  const [a, b] = [middle - gap, middle + gap];
  return shadow(a) + shadow(b) + placed([a, ground], 1.12, armchair(scene, style, left)) + placed([b, ground], 1.12, armchair(scene, style, right, true), true);
}

/** A tall window between them, its light long on the floor. */
function byTheWindow(scene: Scene): string {
  const { rng, tones } = scene;
  const opening = { x: rng.range(640, 760), y: 120, width: rng.range(260, 320), height: 480, arched: rng.chance(0.5) };
  const pair = pairOf(scene);
  return [
    room(scene, 770),
    windowWithView(scene, opening),
    framedPicture(scene, { x: 1270, y: 240, width: 170, height: 220 }, tones.depth(0.4)),
    rug(scene, [960, 945], 700, 92, mix(tones.floor, tones.bright, 0.25)),
    lightOnFloor(scene, { left: opening.x, right: opening.x + opening.width, y: 772 }, 308, 330),
    placed([rng.range(1600, 1680), 850], 1, rubberPlant(scene, 620, mix(tones.depth(0.7), tones.second, 0.35), tones.bright)),
    chairs(scene, pair, 355),
    placed([960, 950], 1, sideTable(scene, 176, mix(tones.accent, tones.ink, 0.35)) + placed([-38, -180], 1, cup(scene, 46, tones.bright)) + placed([40, -178], 0.62, vaseWithTwigs(scene, 240, tones.depth(0.5), tones.second))),
  ].join("");
}

/** Light from a window out of sight, or at night from a lamp. */
function inTheEvening(scene: Scene): string {
  const { rng, tones } = scene;
  const pair = pairOf(scene);
  const lampX = rng.range(1420, 1500);
  const plant = rng.chance(0.5) ? rubberPlant : snakePlant;
  return [
    room(scene, 770),
    tones.mood === "night" ? "" : lightOnWall(scene, { x: rng.range(620, 760), y: 130, width: 440, height: 400 }, { columns: 3, rows: 2 }),
    framedPicture(scene, { x: 330, y: 230, width: 190, height: 240 }, tones.depth(0.4)),
    rug(scene, [960, 945], 720, 90, mix(tones.floor, tones.bright, 0.18)),
    placed([lampX, 880], 1, floorLamp(scene, 690)),
    halo(scene, [lampX - 60, 290], 640, tones.mood === "night" ? 0.5 : 0.25),
    placed([300, 860], 0.9, plant(scene, 520, mix(tones.depth(0.75), tones.second, 0.3), tones.accent)),
    chairs(scene, pair, 350),
    placed([960, 948], 1, sideTable(scene, 170, tones.depth(0.85)) + placed([-30, -174], 1, cup(scene, 44, tones.bright)) + placed([44, -174], 1, cup(scene, 44, tones.accent))),
    line("", "none", 0),
    path("", {}),
  ].join("");
}
