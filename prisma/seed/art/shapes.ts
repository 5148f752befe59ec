/** Outlines as path data: smooth curves through points, ridges, leaves, stones, arches. Pixels of a 1920 × 1080 sheet. */
import type { Rng } from "./rng";
import { px } from "./svg";
import type { Point } from "./svg";

export const sheet = { width: 1920, height: 1080 } as const;

/** Half of the circle's circumference as a cubic curve: 4/3 (√2 − 1). */
const arc = 0.5523;

/** Points from their coordinates in turn: x, y, x, y, … */
export function points(...coordinates: number[]): Point[] {
  return Array.from({ length: coordinates.length / 2 }, (_, index): Point => {
    return [coordinates[index * 2] ?? 0, coordinates[index * 2 + 1] ?? 0];
  });
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${px(x)} ${px(y)}`).join("L")}Z`;
}

/** An open curve through the points (Catmull-Rom); `tension` 1 is the usual roundness, 0 is straight. */
export function smooth(points: readonly Point[], tension = 1): string {
  const [first] = points;
  if (!first) return "";
  let d = `M${px(first[0])} ${px(first[1])}`;
  for (let index = 0; index < points.length - 1; index += 1) d += segment(points, index, tension, clamped);
  return d;
}

/** A closed curve through the points. */
export function smoothLoop(points: readonly Point[], tension = 1): string {
  const [first] = points;
  if (!first) return "";
  let d = `M${px(first[0])} ${px(first[1])}`;
  for (let index = 0; index < points.length; index += 1) d += segment(points, index, tension, wrapped);
  return `${d}Z`;
}

type At = (points: readonly Point[], index: number) => Point;

const clamped: At = (points, index) => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
const wrapped: At = (points, index) => points[(index + points.length) % points.length] ?? [0, 0];

function segment(points: readonly Point[], index: number, tension: number, at: At): string {
  const [before, from, to, after] = [
    at(points, index - 1),
    at(points, index),
    at(points, index + 1),
    at(points, index + 2),
  ];
  const k = tension / 6;
  const c1: Point = [from[0] + (to[0] - before[0]) * k, from[1] + (to[1] - before[1]) * k];
  const c2: Point = [to[0] - (after[0] - from[0]) * k, to[1] - (after[1] - from[1]) * k];
  return `C${px(c1[0])} ${px(c1[1])} ${px(c2[0])} ${px(c2[1])} ${px(to[0])} ${px(to[1])}`;
}

/** A hill line from edge to edge: a few slow waves and smaller ones upon them. */
export function ridge(rng: Rng, options: { y: number; height: number; roughness?: number; step?: number }): Point[] {
  const { y, height, roughness = 0.3, step = 60 } = options;
  const waves = [1, 2.3, 4.7, 9.1].map((frequency, octave) => ({
    frequency: frequency * rng.range(0.8, 1.25),
    phase: rng.range(0, Math.PI * 2),
    size: roughness ** octave,
  }));
  const points: Point[] = [];
  for (let x = -120; x <= sheet.width + 120; x += step) {
    const sum = waves.reduce(
      (total, wave) => total + Math.sin((x / sheet.width) * Math.PI * 2 * wave.frequency + wave.phase) * wave.size,
      0,
    );
    points.push([x, y - sum * height]);
  }
  return points;
}

/** The area under a line, down to the sheet's edge or to `bottom`. */
export function below(points: readonly Point[], bottom = sheet.height + 20): string {
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? [0, 0];
  return `${smooth(points)}L${px(last[0])} ${px(bottom)}L${px(first[0])} ${px(bottom)}Z`;
}

/** Height of a line at x, between its points. */
export function heightAt(points: readonly Point[], x: number): number {
  const after = points.findIndex((point) => point[0] >= x);
  const to = points[after] ?? points.at(-1) ?? [0, 0];
  const from = points[after - 1] ?? to;
  const share = to[0] === from[0] ? 0 : (x - from[0]) / (to[0] - from[0]);
  return from[1] + (to[1] - from[1]) * share;
}

/** A rectangle whose corners are rounded one by one: top left, top right, bottom right, bottom left. */
export function roundedRect(
  x: number,
  y: number,
  width: number,
  height: number,
  radii: number | readonly number[],
): string {
  const [tl = 0, tr = 0, br = 0, bl = 0] = typeof radii === "number" ? [radii, radii, radii, radii] : radii;
  const [r, b] = [x + width, y + height];
  const q = 1 - arc;
  return [
    `M${px(x + tl)} ${px(y)}H${px(r - tr)}`,
    `C${px(r - tr * q)} ${px(y)} ${px(r)} ${px(y + tr * q)} ${px(r)} ${px(y + tr)}`,
    `V${px(b - br)}C${px(r)} ${px(b - br * q)} ${px(r - br * q)} ${px(b)} ${px(r - br)} ${px(b)}`,
    `H${px(x + bl)}C${px(x + bl * q)} ${px(b)} ${px(x)} ${px(b - bl * q)} ${px(x)} ${px(b - bl)}`,
    `V${px(y + tl)}C${px(x)} ${px(y + tl * q)} ${px(x + tl * q)} ${px(y)} ${px(x + tl)} ${px(y)}Z`,
  ].join("");
}

/** A doorway with a half-round top; `y` is its highest point. */
export function archway(x: number, y: number, width: number, height: number): string {
  return roundedRect(x, y, width, height, [width / 2, width / 2, 0, 0]);
}

/** A pebble: an ellipse (by its two radii) that a river has worked on; `wobble` 0 leaves it regular. */
export function pebble(rng: Rng, [cx, cy]: Point, [rx, ry]: Point, wobble = 0.06): string {
  const count = 9;
  const turn = rng.range(0, Math.PI * 2);
  const points = Array.from({ length: count }, (_, index): Point => {
    const angle = turn + (index / count) * Math.PI * 2;
    const reach = rng.around(1, wobble);
    return [cx + superCos(angle) * rx * reach, cy + superSin(angle) * ry * reach];
  });
  return smoothLoop(points);
}

/** Rounder shoulders than a circle's (a superellipse with exponent 2.15). */
const superCos = (angle: number): number => Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** (2 / 2.15);
const superSin = (angle: number): number => Math.sign(Math.sin(angle)) * Math.abs(Math.sin(angle)) ** (2 / 2.15);

export type Leaf = {
  /** Where it grows from, and its tip. */
  from: Point;
  to: Point;
  /** Half its width, and how far it bends aside (pixels). */
  belly: number;
  bend?: number;
};

/** A leaf's outline, the half of it on one side of the vein, and the vein. */
export function leaf({ from, to, belly, bend = 0 }: Leaf): { outline: string; half: string; vein: string } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const place = (share: number, side: number): string => {
    const sag = bend * Math.sin(share * Math.PI);
    return `${px(from[0] + dx * share - uy * (side + sag))} ${px(from[1] + dy * share + ux * (side + sag))}`;
  };
  const side = (sign: number): string =>
    `C${place(0.18, belly * sign * 1.05)} ${place(0.58, belly * sign * 1.3)} ${place(1, 0)}`;
  const back = (sign: number): string =>
    `C${place(0.58, belly * sign * 1.3)} ${place(0.18, belly * sign * 1.05)} ${place(0, 0)}`;
  const middle = `C${place(0.35, 0)} ${place(0.65, 0)} ${place(1, 0)}`;
  const start = `M${place(0, 0)}`;
  const middleBack = `C${place(0.65, 0)} ${place(0.35, 0)} ${place(0, 0)}`;
  return {
    outline: `${start}${side(1)}${back(-1)}Z`,
    half: `${start}${side(1)}${middleBack}Z`,
    vein: `${start}${middle}`,
  };
}

/** A circle, or with `flat` below 1 an ellipse lying down, as path data. */
export function disc([x, y]: Point, r: number, flat = 1): string {
  const half = `${px(r)} ${px(r * flat)} 0 1 1`;
  return `M${px(x - r)} ${px(y)}a${half} ${px(r * 2)} 0a${half} ${px(-r * 2)} 0Z`;
}

/** The points part of the way from one line to another of the same length. */
export function between(from: readonly Point[], to: readonly Point[], share: number): Point[] {
  return from.map(([x, y], index): Point => {
    const target = to[index] ?? [x, y];
    return [x + (target[0] - x) * share, y + (target[1] - y) * share];
  });
}

/** Points on the smooth curve through `points`, `count` from each to the next. */
export function resampled(points: readonly Point[], count: number): Point[] {
  const dense: Point[] = [];
  for (let index = 0; index < points.length - 1; index += 1) {
    const [p0, p1, p2, p3] = [-1, 0, 1, 2].map((offset) => clamped(points, index + offset));
    if (!p0 || !p1 || !p2 || !p3) continue;
    for (let step = 0; step < count; step += 1) {
      const t = step / count;
      dense.push([catmullRom([p0[0], p1[0], p2[0], p3[0]], t), catmullRom([p0[1], p1[1], p2[1], p3[1]], t)]);
    }
  }
  return [...dense, clamped(points, points.length - 1)];
}

function catmullRom([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
}
