/** Small things: cups, books, lamps. Drawn around their own (0, 0), where they stand. */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { points, roundedRect, smooth } from "./shapes";
import { ellipse, line, path, px } from "./svg";

/** A cup, `width` wide, with a handle on the right. */
export function cup(scene: Scene, width: number, color: string): string {
  const w = width / 2;
  const h = width * 0.86;
  const body = `M${px(-w)} ${px(-h)}H${px(w)}C${px(w)} ${px(-h * 0.3)} ${px(w * 0.8)} 0 ${px(w * 0.45)} 0H${px(-w * 0.45)}C${px(-w * 0.8)} 0 ${px(-w)} ${px(-h * 0.3)} ${px(-w)} ${px(-h)}Z`;
  const handle = `M${px(w * 0.86)} ${px(-h * 0.82)}C${px(w * 1.7)} ${px(-h * 0.9)} ${px(w * 1.6)} ${px(-h * 0.2)} ${px(w * 0.74)} ${px(-h * 0.3)}`;
  return (
    line(handle, mix(color, scene.tones.ink, 0.18), width * 0.11) +
    solid(scene, body, color, { from: [0, 0.2], to: [1, 0.4], grain: false, shadow: 0.5 }) +
    ellipse([0, -h], w, w * 0.16, { fill: mix(color, scene.tones.ink, 0.45) })
  );
}

/** Steam: two thin waves that fade upwards. */
export function steam({ tones, defs, rng }: Scene, height: number): string {
  const stroke = defs.linear(
    [0, -height],
    [0, 0],
    [
      [0, tones.bright, 0],
      [0.6, tones.bright, 0.7],
      [1, tones.bright, 0],
    ],
  );
  return [-0.12, 0.14]
    .map((side) => {
      const x = side * height;
      const sway = height * rng.range(0.07, 0.1);
      return line(
        smooth(points(x, 0, x + sway, -height * 0.25, x - sway, -height * 0.5, x + sway, -height * 0.75, x, -height)),
        stroke,
        height * 0.035,
      );
    })
    .join("");
}

/** Closed books lying on each other, `width` wide. Returns their markup and height. */
export function bookStack(scene: Scene, width: number, colors: readonly string[]): { markup: string; height: number } {
  const { rng, tones } = scene;
  let top = 0;
  const books = colors.map((color) => {
    const thickness = width * rng.range(0.11, 0.17);
    const w = width * rng.range(0.82, 1);
    const x = rng.around(0, width * 0.05) - w / 2;
    top -= thickness;
    const cover = roundedRect(x, top, w, thickness, [thickness * 0.35, 3, 3, thickness * 0.35]);
    const pages = roundedRect(x + w * 0.86, top + thickness * 0.17, w * 0.14 + 1, thickness * 0.66, [
      thickness * 0.3,
      0,
      0,
      thickness * 0.3,
    ]);
    const paper = tones.mood === "night" ? tones.ramp(0.25) : tones.bright;
    return (
      solid(scene, cover, color, { grain: false, from: [0, 0], to: [1, 1] }) +
      path(pages, { fill: paper, opacity: 0.9 })
    );
  });
  return { markup: books.join(""), height: -top };
}

/** A lamp on a tall bent stem, its shade to the left of the foot. */
export function floorLamp(scene: Scene, height: number): string {
  const { tones } = scene;
  const metal = mix(tones.ink, tones.accent, 0.18);
  const [x, y] = [-height * 0.1, -height * 0.86];
  const shade = `M${px(x - 46)} ${px(y - 62)}H${px(x + 46)}L${px(x + 92)} ${px(y + 62)}H${px(x - 92)}Z`;
  return [
    ellipse([0, 0], 74, 13, { fill: metal }),
    line(
      `M0 0V${px(-height * 0.8)}C0 ${px(-height * 1.02)} ${px(x)} ${px(-height * 1.02)} ${px(x)} ${px(y - 60)}`,
      metal,
      9,
    ),
    lampShade(scene, shade),
  ].join("");
}

/** A lit shade: bright where the bulb is. */
export function lampShade({ tones, defs }: Scene, d: string): string {
  const lit = tones.mood === "day" ? mix(tones.bright, tones.accent, 0.25) : mix(tones.glow, tones.accent, 0.3);
  const fill = defs.across(
    [0, 0],
    [0, 1],
    [
      [0, mix(lit, tones.accent, 0.55)],
      [1, tones.mood === "day" ? lit : tones.glow],
    ],
  );
  return path(d, { fill });
}

/** An open book seen from its front edge, 300 wide. */
export function openBook(scene: Scene): string {
  const { tones } = scene;
  const paper = mix(tones.bright, tones.glow, 0.3);
  const left = "M-144-10C-96-48-36-44 0-14C-6-14-6-4 0 0C-30-18-90-18-144 0Z";
  const right = "M144-10C96-48 36-44 0-14C6-14 6-4 0 0C30-18 90-18 144 0Z";
  return [
    path("M-150-2C-90-26-30-24 0-4C30-24 90-26 150-2V10H-150Z", { fill: mix(tones.accent, tones.ink, 0.4) }),
    solid(scene, left, paper, { grain: false, shadow: 0.2 }),
    solid(scene, right, paper, { grain: false, shadow: 0.5 }),
  ].join("");
}
