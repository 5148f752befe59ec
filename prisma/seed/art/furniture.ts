/** Things to sit on, seen from the side. Drawn around their own (0, 0), which stands on the floor; they face right. */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { points, polygon, roundedRect, smooth } from "./shapes";
import { ellipse, group, line, path } from "./svg";
import type { Point } from "./svg";

export type ChairStyle = "tub" | "wing" | "lounge";

/** An armchair about 350 wide and 400 high. `lightFromFront` when its mirror image stands in the room. */
export function armchair(scene: Scene, style: ChairStyle, color: string, lightFromFront = false): string {
  switch (style) {
    case "tub":
      return upholstered(scene, color, tub, lightFromFront);
    case "wing":
      return upholstered(scene, color, wing, lightFromFront);
    case "lounge":
      return lounge(scene, color, lightFromFront);
  }
}

/** Outlines of the side that faces us, also for shadows. */
const tub =
  "M-166-66C-196-170-214-290-198-352C-190-392-146-396-128-362C-108-322-96-282-80-252C-52-232 40-236 104-232C150-230 162-198 154-164C146-132 142-100 140-66Z";
const wing =
  "M-158-66C-172-170-196-330-190-418C-186-458-128-462-98-440C-66-416-62-372-78-330C-86-300-82-268-70-246C-40-226 30-226 100-224C146-222 160-190 152-160C144-130 138-100 136-66Z";

const loungeOutline = "M-182 0L-138-236L-206-424L-142-442L-104-214L160-192L168 0H146L126-146L-150-108L-164 0Z";

/** The long shadow of an armchair whose feet are at `at`, thrown to the lower right. */
export function armchairShadow({ tones, defs }: Scene, style: ChairStyle, at: Point, scale: number): string {
  const outline = { tub, wing, lounge: loungeOutline }[style];
  // Negative scale mirrors the chair, but not the direction of the light.
  const size = Math.abs(scale);
  const matrix = [scale, 0, -1.25 * size, -0.2 * size, at[0], at[1]].map((value) => value.toFixed(3));
  const fill = defs.across(
    [0, 0],
    [1, 0],
    [
      [0, tones.ink, 0.5],
      [1, tones.ink, 0.06],
    ],
  );
  return group({ filter: defs.thinBlur(5) }, path(outline, { fill, transform: `matrix(${matrix.join(" ")})` }));
}

function upholstered(scene: Scene, color: string, outline: string, lightFromFront: boolean): string {
  const { tones } = scene;
  const wood = mix(tones.ink, tones.accent, 0.22);
  const leg = (x: number, lean: number, shade: string): string =>
    path(polygon(points(x - 10, -76, x + 12, -76, x + lean + 4, 0, x + lean - 4, 0)), { fill: shade });
  const light = lightFromFront ? { from: [0.95, 0] as Point, to: [0.1, 1] as Point } : {};
  const far = mix(color, tones.ink, 0.34);
  return [
    leg(-92, -14, mix(wood, "#000000", 0.3)),
    leg(142, 12, mix(wood, "#000000", 0.3)),
    group({ transform: "translate(40 -24)" }, path(outline, { fill: far })),
    solid(scene, roundedRect(-90, -196, 282, 62, [14, 30, 26, 10]), mix(color, tones.glow, 0.2), {
      ...light,
      shadow: 0.28,
    }),
    leg(-140, -22, wood),
    leg(112, 18, wood),
    solid(scene, outline, color, { ...light, shadow: 0.42, light: 0.26 }),
    line(smooth(points(-70, -236, 20, -214, 112, -214)), mix(color, tones.ink, 0.35), 4, { opacity: 0.5 }),
  ].join("");
}

function lounge(scene: Scene, color: string, lightFromFront: boolean): string {
  const { tones } = scene;
  const wood = mix(tones.ink, tones.accent, 0.3);
  const dark = mix(wood, "#000000", 0.3);
  const light = lightFromFront ? { from: [1, 0] as Point, to: [0, 1] as Point } : {};
  const cushion = (transform: string, width: number, height: number): string =>
    group(
      { transform },
      solid(scene, roundedRect(0, 0, width, height, [22, 28, 28, 22]), color, { ...light, shadow: 0.4, light: 0.26 }),
    );
  return [
    line("M-112-246L-150-18M156-258L176-18", dark, 13),
    line(smooth(points(-118, -252, 20, -268, 168, -262)), dark, 14),
    cushion("translate(-132 -150) rotate(-104)", 292, 66),
    cushion("translate(-122 -206) rotate(5)", 292, 64),
    line("M-160-128L148-112", wood, 14),
    line("M-132-236L-182 0M128-246L152 0", wood, 16),
    line(smooth(points(-172, -236, -60, -252, 60, -254, 158, -240)), wood, 20),
  ].join("");
}

/** A small round table on one leg, its top at `height`. */
export function sideTable(scene: Scene, height: number, color: string): string {
  const { tones } = scene;
  return [
    line(`M0 ${String(-height)}V-14`, mix(color, tones.ink, 0.3), 13),
    ellipse([0, -8], 58, 11, { fill: mix(color, tones.ink, 0.3) }),
    ellipse([0, -height + 9], 104, 19, { fill: mix(color, tones.ink, 0.42) }),
    ellipse([0, -height], 104, 19, { fill: mix(color, tones.glow, 0.2) }),
  ].join("");
}
