/** Envelopes, seen from behind. */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { points, polygon, smoothLoop } from "./shapes";
import { circle, group, line, path, px, rect } from "./svg";
import type { Point } from "./svg";

export type Envelope = {
  color: string;
  /** Colour of the wax; without it there is none. */
  seal?: string;
  /** Open, with a letter looking out. */
  open?: boolean;
};

/** Half the width and half the height. */
const [w, h] = [260, 170];
const corners = points(-w, -h, w, -h, w, h, -w, h);

/** An envelope of 520 by 340 around its own middle; an open one reaches 220 higher. */
export function envelope(scene: Scene, look: Envelope): string {
  const { tones, defs } = scene;
  const { color, seal, open = false } = look;
  const shadow = rect(-w + 10, -h + 18, w * 2, h * 2, { fill: tones.ink, opacity: 0.32, filter: defs.blur(13) });
  const facet = (outline: Point[], shade: number): string =>
    path(polygon(outline), { fill: mix(color, tones.ink, shade) });
  const front = path(`M${px(-w)} ${px(h)}L-20 0Q0-14 20 0L${px(w)} ${px(h)}Z`, {
    fill: mix(color, tones.bright, 0.12),
  });
  const pocket = facet(points(-w, -h, 8, 20, -w, h), 0.03) + facet(points(w, -h, -8, 20, w, h), 0.12) + front;
  if (open) {
    const flap = facet(points(-w, -h, 0, -h - 190, w, -h), 0.14);
    return shadow + flap + facet(corners, 0.3) + letterInside(scene) + pocket;
  }
  return shadow + facet(corners, 0.1) + pocket + closedFlap(scene, color) + (seal ? wax(scene, seal) : "");
}

function closedFlap(scene: Scene, color: string): string {
  const { tones, defs } = scene;
  const shadow = { fill: tones.ink, opacity: 0.22, transform: "translate(3 12)", filter: defs.blur(6) };
  const flap = `M${px(-w)} ${px(-h)}H${px(w)}L24 22Q0 42-24 22Z`;
  return (
    path(polygon(points(-w, -h, 0, 34, w, -h)), shadow) +
    solid(scene, flap, mix(color, tones.bright, 0.2), { shadow: 0.2, grain: false })
  );
}

function wax(scene: Scene, color: string): string {
  const { rng, tones, defs } = scene;
  const edge = Array.from({ length: 10 }, (_, index): Point => {
    const angle = (index / 10) * Math.PI * 2;
    const reach = rng.around(40, 3.5);
    return [Math.cos(angle) * reach, 20 + Math.sin(angle) * reach];
  });
  return [
    circle([4, 26], 40, { fill: tones.ink, opacity: 0.3, filter: defs.blur(4) }),
    solid(scene, smoothLoop(edge), color, { shadow: 0.4, grain: false }),
    circle([0, 20], 22, { fill: "none", stroke: mix(color, tones.ink, 0.4), strokeWidth: 4, opacity: 0.7 }),
  ].join("");
}

/** The sheet that looks out of an open envelope, with lines that are only lines. */
function letterInside({ tones, rng }: Scene): string {
  const paper = tones.mood === "night" ? mix(tones.bright, tones.ramp(0.4), 0.2) : tones.bright;
  const rows = [0, 1, 2, 3, 4, 5].map((row) => {
    const length = row === 5 ? 150 : rng.range(270, 320);
    return line(`M-160 ${px(-320 + row * 36)}h${px(length)}`, tones.depth(0.45), 7, { opacity: 0.5 });
  });
  return [
    rect(-222, -390, 444, 480, { fill: tones.ink, opacity: 0.2, transform: "translate(6 8)" }),
    rect(-222, -390, 444, 480, { fill: paper }),
    group({}, ...rows),
    path(polygon(points(-222, -200, 222, -230, 222, 90, -222, 90)), { fill: tones.ink, opacity: 0.05 }),
  ].join("");
}
