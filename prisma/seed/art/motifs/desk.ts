import { mix } from "../color";
import { lightOnWall, room, windowWithView } from "../indoors";
import { bookStack, cup, lampShade, steam } from "../objects";
import { rubberPlant, snakePlant } from "../plants";
import { cupFromAbove, mindMap, notebook, page, paperColor, pencil, ruledLines, thoughtRecord } from "../stationery";
import { twig, twigSilhouette } from "../twigs";
import { halo, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { points, polygon, roundedRect, sheet, smooth } from "../shapes";
import { ellipse, group, line, path, px, rect } from "../svg";
import type { Point } from "../svg";

/** A desk with a few sheets of paper laid out side by side: from above, or with its chair. */
export const compositions: Compositions = [
  {
    draw: fromAbove,
    shows: "A desk from above with three sheets of paper side by side, a notebook, a pencil and a cup.",
  },
  {
    draw: withChair,
    shows:
      "A desk under a window with a few sheets of paper in a row, a lamp, a cup, books and a plant, and a chair pushed up to it.",
  },
];

function fromAbove(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const wood = tones.mood === "night" ? tones.ramp(0.86) : mix(tones.floor, tones.accent, 0.14);
  const fill = defs.linear(
    [200, 0],
    [1750, 1080],
    [
      [0, mix(wood, tones.glow, tones.mood === "night" ? 0.1 : 0.35)],
      [0.5, wood],
      [1, mix(wood, tones.ink, 0.25)],
    ],
  );
  const grain = [210, 470, 700, 930].map((y) =>
    line(
      `M-10 ${String(y)}C500 ${px(y + rng.around(0, 12))} 1300 ${px(y + rng.around(0, 12))} 1930 ${String(y)}`,
      tones.ink,
      3,
      { opacity: 0.12 },
    ),
  );
  const contents = rng.pick([
    [ruledLines, thoughtRecord, mindMap],
    [thoughtRecord, ruledLines, mindMap],
    [mindMap, thoughtRecord, ruledLines],
  ]);
  const tilt = rng.pick([-6, 0, 5]);
  const sheets = contents.map((content, index) => {
    const at: Point = [615 + index * 368, 555 + (index - 1) * tilt * 6 + rng.around(0, 14)];
    return page(scene, at, (index - 1) * 5 + tilt + rng.around(0, 2), content(scene));
  });
  const [near, far]: [Point, Point] = [
    [250, rng.range(640, 760)],
    [rng.range(1600, 1660), 250],
  ];
  const swapped = rng.chance(0.5);
  const book = group({ transform: `rotate(${px(rng.around(-10, 6))})` }, notebook(scene));
  return [
    rect(0, 0, sheet.width, sheet.height, { fill }),
    ...grain,
    placed(swapped ? [1690, 330] : near, 1, book),
    ...sheets,
    placed(swapped ? [230, rng.range(700, 800)] : far, 1, cupFromAbove(scene)),
    placed([rng.range(760, 1240), rng.range(800, 860)], 1, pencil(scene, rng.range(-24, 30))),
    leafShadow(scene),
    group(
      { opacity: 0.32 },
      lightOnWall(scene, { x: 330, y: -80, width: 1180, height: 1240 }, { columns: 2, rows: 2, lean: 0.3 }),
    ),
  ].join("");
}

/** The shadow of a plant by the window. */
function leafShadow(scene: Scene): string {
  const { tones, defs } = scene;
  const twigs = [
    twig(scene, { from: [-40, 330], direction: -0.5, length: 620, curve: 0.7, leafLength: 190 }),
    twig(scene, { from: [120, -60], direction: 0.55, length: 560, curve: -0.5, leafLength: 170 }),
  ];
  return group({ opacity: 0.2, filter: defs.blur(6) }, ...twigs.map((one) => twigSilhouette(one, tones.ink, 9)));
}

/** The desk by a window, its chair pushed back, sheets on it in a row. */
function withChair(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const wood = mix(tones.depth(0.68), tones.accent, 0.3);
  const top = defs.linear(
    [300, 0],
    [1600, 0],
    [
      [0, mix(wood, tones.glow, 0.45)],
      [0.6, wood],
      [1, mix(wood, tones.ink, 0.2)],
    ],
  );
  const lamp: Point = [1385, 722];
  const sheets = [-330, -105, 120].map((offset, index) => sheetOnDesk(scene, 900 + offset, 748 + index * 4));
  const books = bookStack(scene, 220, [tones.depth(0.55), tones.accent, tones.second]);
  return [
    room(scene, 860),
    windowWithView(scene, { x: rng.range(560, 640), y: 90, width: 520, height: 430 }),
    night ? "" : lightOnWall(scene, { x: 1290, y: 120, width: 360, height: 320 }, { columns: 2, rows: 2 }),
    path(polygon(points(300, 800, 340, 800, 330, 1080, 306, 1080)), { fill: mix(wood, tones.ink, 0.5) }),
    path(polygon(points(1600, 800, 1640, 800, 1634, 1080, 1610, 1080)), { fill: mix(wood, tones.ink, 0.6) }),
    path(polygon(points(400, 708, 1530, 708, 1690, 832, 240, 832)), { fill: top }),
    rect(240, 832, 1450, 30, { fill: mix(wood, tones.ink, 0.3) }),
    rect(300, 862, 1330, 60, { fill: mix(wood, tones.ink, 0.5) }),
    placed([455, 742], 1, books.markup),
    placed(
      [455, 742 - books.height],
      0.62,
      rng.pick([snakePlant, rubberPlant])(scene, { height: 430, color: tones.foliage, pot: tones.bright }),
    ),
    ...sheets,
    placed([1230, 780], 1, cup(scene, 70, tones.accent) + placed([0, -74], 1, steam(scene, 120))),
    deskLamp(scene, lamp),
    chairFromBehind(scene, rng.range(860, 940)),
  ].join("");
}

function sheetOnDesk(scene: Scene, x: number, y: number): string {
  const { tones } = scene;
  const paper = paperColor(scene);
  const d = polygon(points(x - 70, y - 22, x + 92, y - 22, x + 104, y + 56, x - 92, y + 56));
  const row = (at: number, from: number, to: number): string =>
    line(`M${px(x + from)} ${px(y + at)}H${px(x + to)}`, tones.depth(0.45), 4, { opacity: 0.5 });
  return (
    path(d, { fill: tones.ink, opacity: 0.22, transform: "translate(10 7)" }) +
    path(d, { fill: paper }) +
    row(-4, -54, 60) +
    row(12, -58, 74) +
    row(29, -62, 30)
  );
}

function deskLamp(scene: Scene, [x, y]: Point): string {
  const { tones } = scene;
  const metal = mix(tones.ink, tones.second, 0.2);
  const lit = scene.tones.mood === "day" ? 0.3 : 0.6;
  return [
    ellipse([x, y + 30], 78, 15, { fill: metal }),
    line(smooth(points(x, y + 24, x + 60, y - 130, x - 20, y - 280), 0.4), metal, 11),
    group(
      { transform: `translate(${px(x - 30)} ${px(y - 284)}) rotate(24)` },
      lampShade(scene, "M-24-34H24L92 62H-92Z"),
    ),
    halo(scene, [x - 60, y - 200], 420, lit),
  ].join("");
}

function chairFromBehind(scene: Scene, x: number): string {
  const { tones } = scene;
  const color = tones.mood === "night" ? mix(tones.second, tones.ink, 0.3) : tones.second;
  return [
    line(
      `M${px(x - 120)} 1090L${px(x - 96)} 960M${px(x + 120)} 1090L${px(x + 96)} 960`,
      mix(tones.ink, tones.accent, 0.2),
      16,
    ),
    solid(scene, roundedRect(x - 165, 990, 330, 60, 24), mix(color, tones.ink, 0.2), { shadow: 0.4 }),
    line(`M${px(x - 100)} 1000V860M${px(x + 100)} 1000V860`, mix(tones.ink, tones.accent, 0.2), 14),
    solid(
      scene,
      `M${px(x - 160)} 780C${px(x - 90)} 752 ${px(x + 90)} 752 ${px(x + 160)} 780C${px(x + 172)} 830 ${px(x + 166)} 890 ${px(x + 150)} 922C${px(x + 70)} 938 ${px(x - 70)} 938 ${px(x - 150)} 922C${px(x - 166)} 890 ${px(x - 172)} 830 ${px(x - 160)} 780Z`,
      color,
      { shadow: 0.4, light: 0.3 },
    ),
  ].join("");
}
