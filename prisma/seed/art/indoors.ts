/** Rooms: walls, floors, windows and the light that comes through them. */
import { mix } from "./color";
import type { Scene } from "./scene";
import { archway, below, points, polygon, ridge, roundedRect, sheet } from "./shapes";
import { circle, ellipse, group, line, path, px, rect } from "./svg";
import type { Point } from "./svg";

/** Wall and floor. `floor` is the height of the skirting in pixels from the top. */
export function room({ tones, defs }: Scene, floor: number): string {
  const lit = tones.mood === "night" ? 0.06 : 0.38;
  const wall = defs.linear(
    [200, 0],
    [1500, floor],
    [
      [0, mix(tones.wall, tones.glow, lit)],
      [0.55, tones.wall],
      [1, mix(tones.wall, tones.ink, 0.16)],
    ],
  );
  const ground = defs.linear(
    [300, floor],
    [1500, sheet.height],
    [
      [0, mix(tones.floor, tones.glow, lit * 0.7)],
      [0.6, tones.floor],
      [1, mix(tones.floor, tones.ink, 0.2)],
    ],
  );
  return [
    rect(0, 0, sheet.width, floor, { fill: wall }),
    rect(0, floor, sheet.width, sheet.height - floor, { fill: ground }),
    rect(0, floor - 16, sheet.width, 16, { fill: mix(tones.wall, tones.bright, 0.28), opacity: 0.6 }),
    rect(0, floor, sheet.width, 5, { fill: tones.ink, opacity: 0.16 }),
  ].join("");
}

export type Opening = { x: number; y: number; width: number; height: number; arched?: boolean };

/** A window in the wall with hills outside, deep in its frame. */
export function windowWithView(scene: Scene, opening: Opening): string {
  const { tones, defs } = scene;
  const { x, y, width, height } = opening;
  const outline = (grow: number): string => openingPath(opening, grow);
  const frame = mix(tones.bright, tones.wall, tones.mood === "night" ? 0.6 : 0.15);
  const bar = (from: Point, to: Point): string =>
    line(`M${px(from[0])} ${px(from[1])}L${px(to[0])} ${px(to[1])}`, frame, 11, { strokeLinecap: "butt" });
  const rail = y + height * 0.4;
  return [
    path(outline(26), { fill: mix(tones.wall, tones.ink, 0.14) }),
    path(outline(20), { fill: frame }),
    group(
      { clipPath: defs.clip(path(outline(0), {})) },
      view(scene, opening),
      bar([x + width / 2, y], [x + width / 2, y + height]),
      bar([x, rail], [x + width, rail]),
    ),
    path(roundedRect(x - 46, y + height + 14, width + 92, 22, 5), { fill: frame }),
    rect(x - 34, y + height + 36, width + 68, 14, { fill: tones.ink, opacity: 0.14 }),
  ].join("");
}

function openingPath({ x, y, width, height, arched = false }: Opening, grow: number): string {
  const [left, top, w, h] = [x - grow, y - grow, width + grow * 2, height + grow * 2];
  return arched ? archway(left, top, w, h) : roundedRect(left, top, w, h, grow > 0 ? 6 : 2);
}

/** What a window looks out on. */
function view({ rng, tones, defs }: Scene, { x, y, width, height }: Opening): string {
  const night = tones.mood === "night";
  const air = defs.linear(
    [0, y],
    [0, y + height],
    [
      [0, night ? mix(tones.sky.top, tones.ramp(0.7), 0.3) : mix(tones.sky.middle, tones.bright, 0.35)],
      [1, night ? mix(tones.sky.bottom, tones.ramp(0.5), 0.4) : mix(tones.glow, tones.bright, 0.35)],
    ],
  );
  const far = ridge(rng, { y: y + height * 0.66, height: height * 0.07 });
  const near = ridge(rng, { y: y + height * 0.8, height: height * 0.06 });
  const hill = (share: number): string =>
    night ? tones.ramp(0.7 + share * 0.2) : mix(tones.ramp(0.16 + share * 0.28), tones.second, 0.25);
  const disc = circle([x + width * 0.72, y + height * 0.3], width * 0.09, {
    fill: night ? tones.bright : mix(tones.accent, tones.glow, 0.45),
  });
  return (
    rect(x - 5, y - 5, width + 10, height + 10, { fill: air }) +
    disc +
    path(below(far, y + height + 10), { fill: hill(0.2) }) +
    path(below(near, y + height + 10), { fill: hill(0.8) })
  );
}

/** Sunlight on the wall, thrown by a window that is out of sight: panes, leaning over. */
export function lightOnWall(
  { tones, defs }: Scene,
  { x, y, width, height }: Opening,
  panes: { columns: number; rows: number; lean?: number },
): string {
  const { columns, rows, lean = 0.22 } = panes;
  const gap = 16;
  const [w, h] = [(width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows];
  const opacity = { day: 0.85, dusk: 0.62, night: 0.2 }[tones.mood];
  const fill = defs.linear(
    [x, y],
    [x + width, y + height],
    [
      [0, tones.glow, opacity],
      [1, tones.glow, opacity * 0.45],
    ],
  );
  const shift = (top: number): number => (top - y) * -lean;
  const pane = (index: number): string => {
    const [left, top] = [x + (index % columns) * (w + gap), y + Math.floor(index / columns) * (h + gap)];
    const drop = (px_: number): number => (px_ - x) * 0.2;
    return path(
      polygon(
        points(
          left + shift(top),
          top + drop(left),
          left + w + shift(top),
          top + drop(left + w),
          left + w + shift(top + h),
          top + h + drop(left + w),
          left + shift(top + h),
          top + h + drop(left),
        ),
      ),
      { fill },
    );
  };
  return group({ filter: defs.blur(2.2) }, ...Array.from({ length: columns * rows }, (_, index) => pane(index)));
}

/** A beam that lies on the floor, from the foot of a window towards the lower right. */
export function lightOnFloor(
  { tones, defs }: Scene,
  from: { left: number; right: number; y: number },
  beam: { length: number; lean: number },
): string {
  const { length, lean } = beam;
  const opacity = { day: 0.72, dusk: 0.55, night: 0.18 }[tones.mood];
  const bottom = from.y + length;
  const fill = defs.linear(
    [0, from.y],
    [0, bottom],
    [
      [0, tones.glow, opacity],
      [1, tones.glow, opacity * 0.12],
    ],
  );
  const middle = (from.left + from.right) / 2;
  const half = (left: number, right: number, spread: number): string =>
    path(
      polygon(points(left, from.y, right, from.y, right + lean + spread, bottom, left + lean + spread * 0.2, bottom)),
      { fill },
    );
  return group({ filter: defs.blur(2.5) }, half(from.left, middle - 9, 40), half(middle + 9, from.right, 110));
}

export type Curtain = { x: number; top: number; bottom: number; width: number; color: string };

/** A curtain drawn aside, in soft folds. */
export function curtain({ rng, tones, defs }: Scene, { x, top, bottom, width, color }: Curtain): string {
  const folds = 6;
  const fill = defs.across(
    [0, 0],
    [1, 0],
    [
      [0, mix(color, tones.glow, 0.35)],
      [0.45, color],
      [1, mix(color, tones.ink, 0.2)],
    ],
  );
  return Array.from({ length: folds }, (_, index) => {
    const left = x + (index / folds) * width;
    const w = width / folds + 7;
    const flare = (index - folds / 2) * rng.range(6, 11);
    const down = `C${px(left + 4)} ${px(top + 300)} ${px(left + flare - 8)} ${px(bottom - 200)} ${px(left + flare)} ${px(bottom)}`;
    const up = `C${px(left + w + flare)} ${px(bottom - 200)} ${px(left + w + 2)} ${px(top + 300)} ${px(left + w)} ${px(top)}`;
    return path(`M${px(left)} ${px(top)}${down}h${px(w)}${up}Z`, { fill });
  }).join("");
}

/** A picture on the wall: a frame around one or two plain shapes. */
export function framedPicture({ rng, tones, defs }: Scene, { x, y, width, height }: Opening, color: string): string {
  const clip = defs.clip(rect(x + 16, y + 16, width - 32, height - 32, {}));
  const disc = circle(
    [x + width * rng.range(0.36, 0.64), y + height * rng.range(0.34, 0.48)],
    width * rng.range(0.17, 0.23),
    { fill: tones.accent },
  );
  const hill = path(below(ridge(rng, { y: y + height * 0.66, height: height * 0.08 }), y + height), { fill: color });
  return [
    rect(x + 9, y + 12, width, height, { fill: tones.ink, opacity: 0.2, filter: defs.blur(7) }),
    rect(x, y, width, height, { fill: mix(tones.ink, color, 0.25) }),
    rect(x + 9, y + 9, width - 18, height - 18, { fill: tones.mood === "night" ? tones.ramp(0.36) : tones.bright }),
    group({ clipPath: clip }, disc, hill),
  ].join("");
}

/** A rug seen from the side: a flat ellipse with a border. `radii` are half its width and half its depth. */
export function rug({ tones, defs }: Scene, center: Point, radii: Point, color: string): string {
  const [rx, ry] = radii;
  const fill = defs.across(
    [0, 0],
    [1, 0.6],
    [
      [0, mix(color, tones.glow, 0.2)],
      [1, mix(color, tones.ink, 0.12)],
    ],
  );
  const border = { fill: "none", stroke: mix(color, tones.bright, 0.45), strokeWidth: 4, opacity: 0.7 };
  return ellipse(center, rx, ry, { fill }) + ellipse(center, rx * 0.9, ry * 0.9, border);
}
