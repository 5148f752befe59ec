/** A cat and birds, as silhouettes. Drawn around their own (0, 0). */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { points, smooth } from "./shapes";
import { line, path, px } from "./svg";

/** A cat that sits with its back to us, about 230 high; its tail hangs over the edge it sits on. */
export function cat(scene: Scene, color: string): string {
  const body =
    "M-64 0C-90-40-78-108-38-140C-50-152-56-172-52-194L-46-232L-20-208C-8-213 8-213 20-208L46-232L52-194C56-172 50-152 38-140C78-108 90-40 64 0Z";
  const tail = smooth(points(40, -14, 92, -12, 116, 26, 100, 74, 118, 108));
  return (
    line(tail, color, 19) + solid(scene, body, color, { shadow: 0.4, light: 0.34, from: [0.1, 0], to: [0.9, 0.8] })
  );
}

/** A swallow in flight to the right, about 200 wide; `lift` 1 has its wings high, -1 low. */
export function swallow({ tones }: Scene, color: string, lift: number): string {
  const up = -84 * lift;
  const near = `M26-6C14 ${px(up * 0.42)} -19 ${px(up * 0.9)} -96 ${px(up * 1.18)}C-60 ${px(up * 0.72)} -37 ${px(up * 0.28)} -20 6Z`;
  const far = `M-14 2C2 ${px(up * 0.4)} 22 ${px(up * 0.86)} 70 ${px(up * 1.2)}C62 ${px(up * 0.76)} 52 ${px(up * 0.3)} 38 2Z`;
  const body =
    "M72-4C62-13 48-16 34-14C6-12-26-4-56 6C-80 10-110 8-140-2C-122 8-112 13-98 15C-112 20-126 28-136 38C-112 34-84 26-56 19C-16 21 32 17 54 6C61 3 67 0 72-4Z";
  const throat = "M54 6C32 17-16 21-56 19C-24 12 22 10 54 6Z";
  return (
    path(far, { fill: mix(color, tones.ink, 0.3) }) +
    path(body, { fill: color }) +
    path(throat, { fill: mix(color, tones.bright, 0.65) }) +
    path(near, { fill: mix(color, tones.glow, 0.16) })
  );
}

/** A small round bird that sits, looking right, about 110 high. */
export function perchedBird({ tones }: Scene, color: string): string {
  return [
    line("M-6-14V2M8-14V2", tones.ink, 4),
    path("M-44-34C-70-18-92-4-116 22C-104 26-96 24-88 20C-66 8-50 0-34-8Z", { fill: mix(color, tones.ink, 0.25) }),
    path("M-48-36C-44-78-16-104 18-108C44-110 60-94 62-76C78-72 80-70 62-66C62-32 36-8 4-8C-24-8-46-18-48-36Z", {
      fill: color,
    }),
    path("M62-66C62-32 36-8 4-8C-4-8-12-9-18-11C20-18 42-38 46-62C52-66 58-67 62-66Z", {
      fill: mix(color, tones.bright, 0.5),
    }),
    path("M-52-30C-40-62-10-72 20-64C14-40-16-20-60-12C-56-18-54-24-52-30Z", { fill: mix(color, tones.ink, 0.3) }),
    path("M61-80L80-71L61-66Z", { fill: mix(tones.accent, tones.glow, 0.3) }),
  ].join("");
}
