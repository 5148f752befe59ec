/** Things on a desk, from above: sheets, a notebook, a pencil, a cup. Drawn around their own middle. */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { roundedRect } from "./shapes";
import { circle, group, line, path, px, rect } from "./svg";
import type { Point } from "./svg";

/** Paper as it looks at this time of day. */
export function paperColor({ tones }: Scene): string {
  return tones.mood === "night" ? mix(tones.bright, tones.ramp(0.5), 0.28) : tones.bright;
}

/** A sheet, 330 by 460, with something on it, turned by some degrees around its middle. */
export function page({ tones, defs, rng }: Scene, [x, y]: Point, turn: number, content: string): string {
  const paper = paperColor({ tones, defs, rng });
  const [w, h] = [330, 460];
  const fill = defs.linear(
    [-w / 2, -h / 2],
    [w / 2, h / 2],
    [
      [0, paper],
      [1, mix(paper, tones.ramp(0.3), 0.35)],
    ],
  );
  const transform = `translate(${px(x)} ${px(y)}) rotate(${px(turn)})`;
  return group(
    { transform },
    rect(-w / 2 + 12, -h / 2 + 18, w, h, { fill: tones.ink, opacity: 0.32, filter: defs.blur(12) }),
    rect(-w / 2, -h / 2, w, h, { fill }),
    content,
  );
}

/** A sheet of lines, some of them short. */
export function ruledLines({ rng, tones }: Scene): string {
  const rows = Array.from({ length: 10 }, (_, row) =>
    line(
      `M-112 ${px(-140 + row * 34)}h${px(row % 4 === 3 ? rng.range(90, 140) : rng.range(190, 224))}`,
      tones.depth(0.4),
      6,
      { opacity: 0.55 },
    ),
  );
  return circle([-96, -186], 14, { fill: tones.accent }) + group({}, ...rows);
}

/** Columns to fill in, as in a thought record, with a few fields coloured. */
export function thoughtRecord({ tones }: Scene): string {
  const x = (index: number): number => -122 + index * 61;
  const bars = [1, 2, 3].map((index) => line(`M${px(x(index))} -150V186`, tones.depth(0.4), 4, { opacity: 0.5 }));
  const rows = [-150, -66, 18, 102].map((y) => line(`M-122 ${String(y)}H122`, tones.depth(0.4), 4, { opacity: 0.5 }));
  const block = (column: number, row: number, color: string): string =>
    path(roundedRect(x(column) + 9, -141 + row * 84, 43, 66, 5), { fill: color });
  return (
    group({}, ...bars, ...rows) +
    rect(-122, -192, 150, 16, { fill: tones.depth(0.5), opacity: 0.7, rx: 8 }) +
    block(0, 0, tones.second) +
    block(1, 1, tones.accent) +
    block(3, 2, mix(tones.accent, tones.bright, 0.45)) +
    block(2, 0, mix(tones.second, tones.bright, 0.5)) +
    block(1, 3, tones.depth(0.35))
  );
}

/** Thoughts that hang together. */
export function mindMap({ tones }: Scene): string {
  const dots: [Point, number, string][] = [
    [[0, -20], 46, tones.accent],
    [[-92, -130], 28, tones.second],
    [[86, -118], 34, tones.depth(0.45)],
    [[-88, 96], 36, tones.depth(0.6)],
    [[84, 108], 25, tones.second],
    [[10, 176], 18, tones.accent],
  ];
  const lines = dots
    .slice(1)
    .map(([[x, y]]) =>
      line(`M0 -20Q${px(x * 0.2)} ${px(y * 0.8)} ${px(x)} ${px(y)}`, tones.depth(0.6), 4, { opacity: 0.6 }),
    );
  return group({}, ...lines) + dots.map(([center, r, fill]) => circle(center, r, { fill })).join("");
}

/** A closed notebook with an elastic band, from above. */
export function notebook(scene: Scene): string {
  const { tones, defs } = scene;
  return (
    rect(-140, -190, 300, 400, { fill: tones.ink, opacity: 0.32, filter: defs.blur(12) }) +
    solid(
      scene,
      roundedRect(-150, -205, 300, 400, [6, 20, 20, 6]),
      tones.mood === "night" ? mix(tones.accent, tones.ink, 0.25) : tones.accent,
      { shadow: 0.34 },
    ) +
    rect(-150, -205, 34, 400, { fill: tones.ink, opacity: 0.16 }) +
    rect(96, -205, 14, 400, { fill: tones.ink, opacity: 0.5 })
  );
}

/** A cup on its saucer, from above. */
export function cupFromAbove(scene: Scene): string {
  const { tones, defs } = scene;
  const china = paperColor(scene);
  return [
    circle([16, 24], 140, { fill: tones.ink, opacity: 0.3, filter: defs.blur(13) }),
    circle([0, 0], 140, {
      fill: defs.linear(
        [-140, -140],
        [140, 140],
        [
          [0, china],
          [1, mix(china, tones.ramp(0.45), 0.5)],
        ],
      ),
    }),
    circle([0, 0], 108, { fill: "none", stroke: tones.second, strokeWidth: 6, opacity: 0.6 }),
    line("M62 62L112 112", mix(china, tones.ramp(0.4), 0.3), 26),
    circle([6, 10], 84, { fill: tones.ink, opacity: 0.25, filter: defs.blur(5) }),
    circle([0, 0], 82, { fill: china }),
    circle([0, 0], 70, {
      fill: defs.linear(
        [-60, -60],
        [60, 60],
        [
          [0, mix(tones.accent, tones.ink, 0.55)],
          [1, mix(tones.accent, tones.ink, 0.25)],
        ],
      ),
    }),
    line("M-34-40C-18-52 6-54 24-48", tones.glow, 6, { opacity: 0.5 }),
  ].join("");
}

/** A pencil, 370 long, turned by some degrees. */
export function pencil({ tones, defs }: Scene, turn: number): string {
  const wood = mix(tones.glow, tones.accent, 0.25);
  return group(
    { transform: `rotate(${px(turn)})` },
    rect(-170, 14, 350, 18, { fill: tones.ink, opacity: 0.3, filter: defs.blur(6) }),
    rect(-170, -10, 300, 10, { fill: mix(tones.second, tones.glow, 0.3) }),
    rect(-170, 0, 300, 11, { fill: mix(tones.second, tones.ink, 0.25) }),
    path("M130-10L182 0L130 11Z", { fill: wood }),
    path("M164-4L182 0L164 4Z", { fill: tones.ink }),
    rect(-190, -10, 22, 21, { fill: tones.accent }),
  );
}
