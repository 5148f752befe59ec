import { perchedBird, swallow } from "../animals";
import { mix } from "../color";
import { cloud, mist, sky, stars, sunDisc } from "../outdoors";
import { layer, placed } from "../scene";
import type { Scene } from "../scene";
import { below, heightAt, ridge, smooth } from "../shapes";
import { group, line, px } from "../svg";
import type { Point } from "../svg";
import { cypress, grass } from "../trees";

/** Birds: on their way together, or on a wire that one of them has just left. */
export function drawBirds(scene: Scene): string {
  return scene.rng.chance(0.5) ? onTheWay(scene) : onTheWire(scene);
}

function onTheWay(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(1180, 1300), rng.range(470, 540)];
  const crests = [
    { y: 680, height: 70, tone: 0.06 },
    { y: 770, height: 64, tone: 0.26 },
    { y: 870, height: 66, tone: 0.55 },
    { y: 1000, height: 50, tone: 0.95 },
  ].map(({ y, height, tone }) => ({ y, tone, crest: ridge(rng, { y, height, roughness: 0.36 }) }));
  const hills = crests.map(({ crest, tone, y }, index) => layer(scene, below(crest), tones.depth(tone), { grain: index > 1, light: 0.24 }) + (index < 3 ? mist(scene, y, y + 180, 0.4 - index * 0.08) : ""));
  const last = crests.at(-1)?.crest ?? [];
  const reeds = [420, 500, 560, 1340, 1420, 1500].map((x) => grass(scene, [rng.around(x, 26), heightAt(last, x) + 14], rng.range(120, 210), mix(tones.depth(1), tones.ink, 0.4), 6));
  const trees = [760, 830].map((x) => cypress(scene, [x, heightAt(crests[2]?.crest ?? [], x) + 4], rng.range(90, 130), tones.depth(0.8)));
  const color = mix(tones.ink, tones.depth(0.8), 0.35);
  const flock = [[1230, 300], [1000, 215], [985, 420], [770, 170], [760, 545], [720, 330], [520, 250], [520, 440], [330, 190]] as const;
  const birds = flock.map(([x, y], index) => {
    const first = index === 0;
    const size = (first ? 1.3 : 1.02 - index * 0.055) * rng.range(0.94, 1.06);
    const shade = first ? mix(tones.accent, tones.ink, 0.06) : color;
    const flight = swallow(scene, shade, rng.pick([1, 0.8, 0.6]));
    return placed([rng.around(x, 30), rng.around(y, 24)], size, group({ transform: `rotate(${px(rng.range(-16, -6))})` }, flight));
  });
  return [sky(scene, 760), tones.mood === "night" ? stars(scene, 80, 500) : "", sunDisc(scene, sun, rng.range(130, 170)), cloud(scene, [240, 380], 420, 0.6), cloud(scene, [1380, 240], 380, 0.55), ...hills.slice(0, 3), ...trees, ...hills.slice(3), ...reeds, ...birds].join("");
}

/** Three wires, some birds, and one in the air. */
function onTheWire(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(640, 780), rng.range(640, 720)];
  const far = ridge(rng, { y: 900, height: 60, roughness: 0.35 });
  const near = ridge(rng, { y: 990, height: 50, roughness: 0.3 });
  const wire = (y: number, sag: number): Point[] => Array.from({ length: 21 }, (_, index): Point => {
    const x = -60 + index * 102;
    return [x, y + sag * (1 - ((x - 960) / 1020) ** 2) - x * 0.03];
  });
  const wires = [wire(330, 70), wire(520, 80), wire(700, 84)];
  const ink = mix(tones.ink, tones.depth(0.8), 0.2);
  const sitters = [
    { on: 1, x: 560, color: tones.depth(0.7), size: 1.15 },
    { on: 1, x: 730, color: tones.second, size: 1.05 },
    { on: 1, x: 860, color: tones.depth(0.5), size: 1.12 },
    { on: 0, x: 1330, color: tones.depth(0.62), size: 0.95 },
    { on: 2, x: 1040, color: tones.depth(0.8), size: 1.1 },
    { on: 2, x: 1170, color: tones.second, size: 1 },
    { on: 0, x: 470, color: tones.depth(0.8), size: 0.92 },
  ].map(({ on, x, color, size }) => {
    const at = rng.around(x, 22);
    const shade = tones.mood === "night" ? mix(color, tones.ramp(0.5), 0.35) : color;
    return placed([at, heightAt(wires[on] ?? [], at)], rng.chance(0.35) ? -size : size, perchedBird(scene, shade));
  });
  const leaver: Point = [rng.range(1120, 1200), rng.range(215, 255)];
  return [
    sky(scene, 920),
    tones.mood === "night" ? stars(scene, 90, 600) : "",
    sunDisc(scene, sun, rng.range(170, 210)),
    cloud(scene, [1150, 170], 420, 0.55),
    cloud(scene, [250, 260], 300, 0.45),
    layer(scene, below(far), tones.depth(0.2), { grain: false, light: 0.3 }),
    mist(scene, 860, 1060, 0.35),
    layer(scene, below(near), tones.depth(0.8), { shadow: 0.35 }),
    ...wires.map((points) => line(smooth(points), ink, 4)),
    ...sitters,
    placed(leaver, 1.5, group({ transform: "rotate(-24)" }, swallow(scene, tones.accent, 0.95))),
  ].join("");
}
