/** Leafy twigs, as things and as shadows. */
import { mix } from "./color";
import { twoToneLeaf } from "./plants";
import type { Scene } from "./scene";
import { leaf, smooth } from "./shapes";
import { line, path } from "./svg";
import type { Point } from "./svg";

export type Twig = { spine: Point[]; leaves: { from: Point; to: Point; belly: number; bend: number }[] };

export type Growth = {
  from: Point;
  /** Radians, clockwise from the right. */
  direction: number;
  /** Pixels. */
  length: number;
  /** How far it has turned at its tip, in radians. */
  curve: number;
  /** Pixels of its largest leaf. */
  leafLength: number;
};

/** A bent twig with leaves on both sides, smaller towards the tip. */
export function twig({ rng }: Scene, { from, direction, length, curve, leafLength }: Growth): Twig {
  const spine: Point[] = [];
  const leaves: Twig["leaves"] = [];
  let [x, y] = from;
  const steps = 12;
  for (let step = 0; step <= steps; step += 1) {
    const share = step / steps;
    const heading = direction + curve * share;
    spine.push([x, y]);
    if (step > 1) {
      const side = step === steps ? 0 : step % 2 === 0 ? -1 : 1;
      const turn = heading + side * rng.range(0.6, 0.95);
      const reach = leafLength * (1 - share * 0.42) * rng.range(0.85, 1.12);
      const to: Point = [x + Math.cos(turn) * reach, y + Math.sin(turn) * reach];
      leaves.push({
        from: [x, y],
        to,
        belly: reach * rng.range(0.17, 0.23),
        bend: side * reach * rng.range(-0.02, 0.14),
      });
    }
    x += Math.cos(heading) * (length / steps);
    y += Math.sin(heading) * (length / steps);
  }
  return { spine, leaves };
}

export function drawTwig(scene: Scene, { spine, leaves }: Twig, color: string, stemWidth: number): string {
  const { tones } = scene;
  const shades = [mix(color, tones.second, 0.22), mix(color, tones.ink, 0.14), color];
  const stem = line(smooth(spine), mix(color, tones.ink, 0.35), stemWidth);
  return (
    stem + leaves.map((shape, index) => twoToneLeaf(scene, shape, shades[index % shades.length] ?? color)).join("")
  );
}

/** The same in one colour, for shadows. */
export function twigSilhouette({ spine, leaves }: Twig, color: string, stemWidth: number): string {
  return (
    line(smooth(spine), color, stemWidth) + leaves.map((shape) => path(leaf(shape).outline, { fill: color })).join("")
  );
}
