import { mix } from "../color";
import { framedPicture, windowWithView } from "../indoors";
import { bookStack, cup, lampShade, steam } from "../objects";
import { rubberPlant, snakePlant, vaseWithTwigs } from "../plants";
import { castShadow, halo, placed, solid } from "../scene";
import type { Scene } from "../scene";
import { polygon, roundedRect, sheet } from "../shapes";
import { ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";
import { armchair } from "../furniture";

/** A lamp that is lit: on a table with a book, or hanging over two cups. */
export function drawLamp(scene: Scene): string {
  return scene.rng.chance(0.5) ? onTheTable(scene) : hanging(scene);
}

function dim(scene: Scene): string {
  const { tones, defs } = scene;
  const wall = tones.mood === "night" ? tones.ramp(0.88) : tones.ramp(tones.mood === "dusk" ? 0.66 : 0.46);
  const fill = defs.linear([0, 0], [0, sheet.height], [
    [0, mix(wall, tones.ink, 0.25)],
    [1, wall],
  ]);
  return rect(0, 0, sheet.width, sheet.height, { fill });
}

/** The light on the wall behind a lamp: it opens upwards and downwards from the shade, and fades. */
function cones({ tones, defs }: Scene, [x, y]: Point, half: number): string {
  const light = (reach: number, strength: number): string =>
    defs.radial([x, y], reach, [
      [0, tones.glow, strength],
      [0.3, tones.glow, strength * 0.62],
      [0.65, tones.glow, strength * 0.2],
      [1, tones.glow, 0],
    ]);
  const up = polygon([[x - half * 0.6, y - 60], [x + half * 0.6, y - 60], [x + half * 2.6, y - 760], [x - half * 2.6, y - 760]]);
  const down = polygon([[x - half, y + 60], [x + half, y + 60], [x + half * 3.4, y + 620], [x - half * 3.4, y + 620]]);
  return group({ filter: defs.blur(22) }, path(up, { fill: light(620, 0.6) }), path(down, { fill: light(700, 0.75) }));
}

function onTheTable(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const table = 800;
  const lamp: Point = [rng.range(760, 860), table + 20];
  const shadeY = lamp[1] - 420;
  const wood = mix(tones.depth(0.75), tones.accent, 0.25);
  const top = defs.linear([300, 0], [1700, 0], [
    [0, mix(wood, tones.glow, 0.18)],
    [0.35, mix(wood, tones.glow, 0.42)],
    [1, mix(wood, tones.ink, 0.35)],
  ]);
  const base = rng.chance(0.5) ? "M-34 0C-92-20-104-130-58-196C-34-230-14-250-12-300H12C14-250 34-230 58-196C104-130 92-20 34 0Z" : "M-70 0C-70-30-30-34-14-40V-300H14V-40C30-34 70-30 70 0Z";
  const books = bookStack(scene, 250, [tones.second, tones.depth(0.5), tones.accent]);
  const plant = rng.pick([snakePlant, rubberPlant]);
  return [
    dim(scene),
    halo(scene, [lamp[0], shadeY], 820, 0.5),
    cones(scene, [lamp[0], shadeY], 150),
    framedPicture(scene, { x: rng.range(1210, 1290), y: 190, width: 230, height: 290 }, tones.depth(0.5)),
    rect(0, table, sheet.width, sheet.height - table, { fill: mix(wood, tones.ink, 0.55) }),
    path(roundedRect(-40, table - 4, 2000, 70, 0), { fill: top }),
    castShadow(scene, `M${px(lamp[0] - 160)} ${px(lamp[1] + 4)}a200 16 0 1 0 400 0a200 16 0 1 0-400 0`, 0.35, 8),
    placed(lamp, 1, solid(scene, base, tones.accent, { from: [0, 0], to: [1, 0.4], shadow: 0.5 }) + lampShade(scene, "M-92-490H92L164-300H-164Z")),
    halo(scene, [lamp[0], shadeY + 20], 330, 0.55),
    placed([lamp[0] + 330, table + 24], 1, books.markup + placed([10, -books.height], 1, cup(scene, 84, tones.bright) + placed([0, -86], 1, steam(scene, 140)))),
    placed([lamp[0] - 330, table + 30], 1, openBook(scene)),
    placed([lamp[0] + 640, table + 22], 1, plant(scene, { height: 420, color: mix(tones.foliage, tones.ink, 0.2), pot: tones.second })),
  ].join("");
}

/** An open book seen from the front edge. */
function openBook(scene: Scene): string {
  const { tones } = scene;
  const paper = mix(tones.bright, tones.glow, 0.3);
  return [
    path("M-150-2C-90-26-30-24 0-4C30-24 90-26 150-2V10H-150Z", { fill: mix(tones.accent, tones.ink, 0.4) }),
    solid(scene, "M-144-10C-96-48-36-44 0-14C-6-14-6-4 0 0C-30-18-90-18-144 0Z", paper, { grain: false, shadow: 0.2 }),
    solid(scene, "M144-10C96-48 36-44 0-14C6-14 6-4 0 0C30-18 90-18 144 0Z", paper, { grain: false, shadow: 0.5 }),
  ].join("");
}

/** A pendant over a round table with two cups; two chairs are drawn back from it. */
function hanging(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const lamp: Point = [rng.range(900, 1000), 330];
  const table: Point = [lamp[0] + rng.around(0, 20), 780];
  const wood = mix(tones.depth(0.7), tones.accent, 0.3);
  const beam = defs.linear([0, lamp[1]], [0, 1080], [
    [0, tones.glow, 0.62],
    [0.65, tones.glow, 0.2],
    [1, tones.glow, 0],
  ]);
  const shade = rng.chance(0.5) ? "M-26-130C-120-110-190-50-196 20H196C190-50 120-110 26-130Z" : "M-60-150H60L190 20H-190Z";
  const seat = mix(tones.second, tones.ink, tones.mood === "night" ? 0.35 : 0.1);
  return [
    dim(scene),
    tones.mood === "day" ? "" : windowWithView(scene, { x: 1330, y: 150, width: 230, height: 330 }),
    rect(0, 880, sheet.width, 200, { fill: mix(tones.depth(0.9), tones.ink, 0.3) }),
    halo(scene, lamp, 700, 0.35),
    path(polygon([[lamp[0] - 190, lamp[1] + 20], [lamp[0] + 190, lamp[1] + 20], [lamp[0] + 640, 1080], [lamp[0] - 640, 1080]]), { fill: beam, filter: defs.blur(9) }),
    ellipse([table[0], 985], 520, 60, { fill: tones.glow, opacity: 0.16 }),
    placed([table[0] - 420, 985], 1, armchair(scene, "tub", seat)),
    placed([table[0] + 420, 985], -1, armchair(scene, "tub", mix(tones.accent, tones.ink, 0.25), true)),
    line(`M${px(table[0])} 790V980`, mix(wood, tones.ink, 0.5), 24),
    ellipse([table[0], 986], 120, 18, { fill: mix(wood, tones.ink, 0.6) }),
    ellipse([table[0], table[1] + 18], 300, 46, { fill: mix(wood, tones.ink, 0.5) }),
    ellipse(table, 300, 46, { fill: defs.radial(table, 320, [[0, mix(wood, tones.glow, 0.6)], [1, wood]]) }),
    placed([table[0] - 110, table[1] + 8], 1, cup(scene, 78, tones.bright) + placed([0, -80], 1, steam(scene, 130))),
    placed([table[0] + 120, table[1] + 14], 1, cup(scene, 78, tones.accent)),
    placed([table[0] + 8, table[1] - 6], 0.8, vaseWithTwigs(scene, 250, tones.second, tones.foliage)),
    line(`M${px(lamp[0])} -10V${px(lamp[1] - 130)}`, tones.ink, 6),
    placed(lamp, 1, solid(scene, shade, tones.accent, { shadow: 0.5, from: [0, 0], to: [1, 0.4] }) + ellipse([0, 20], 195, 24, { fill: mix(tones.glow, tones.bright, 0.4) })),
    halo(scene, [lamp[0], lamp[1] + 30], 300, 0.5),
  ].join("");
}
