/** Trees and grasses for landscapes, standing on (x, y). */
import { mix } from "./color";
import { solid } from "./scene";
import type { Scene } from "./scene";
import { leaf, pebble, points, smooth } from "./shapes";
import { ellipse, line } from "./svg";
import type { Point } from "./svg";

/** A tall cypress. */
export function cypress(scene: Scene, [x, y]: Point, height: number, color: string): string {
  const belly = height * scene.rng.range(0.1, 0.13);
  const { outline } = leaf({
    from: [x, y - height * 0.03],
    to: [x + scene.rng.around(0, height * 0.02), y - height],
    belly,
  });
  return (
    line(`M${x.toFixed(1)} ${y.toFixed(1)}v${(-height * 0.12).toFixed(1)}`, scene.tones.ink, height * 0.03) +
    solid(scene, outline, color, { from: [0, 0.3], to: [1, 0.6], shadow: 0.5, light: 0.3, grain: height > 120 })
  );
}

/** A round-headed tree. */
export function roundTree(scene: Scene, [x, y]: Point, height: number, color: string): string {
  const { rng, tones } = scene;
  const radius = height * rng.range(0.3, 0.36);
  const trunk = line(
    smooth([
      [x, y],
      [x + rng.around(0, 3), y - height * 0.3],
      [x, y - height * 0.6],
    ]),
    mix(tones.ink, color, 0.25),
    height * 0.035,
  );
  const branch = line(
    `M${x.toFixed(1)} ${(y - height * 0.34).toFixed(1)}l${(height * 0.11).toFixed(1)} ${(-height * 0.14).toFixed(1)}`,
    mix(tones.ink, color, 0.25),
    height * 0.022,
  );
  const crown = pebble(rng, [x, y - height + radius], [radius * rng.range(0.9, 1.02), radius], 0.05);
  return solid(scene, crown, color, { shadow: 0.5, light: 0.4, grain: height > 90 }) + trunk + branch;
}

/** A few blades of grass, or reeds, that lean with the wind. */
export function grass({ rng }: Scene, [x, y]: Point, height: number, color: string, count = 7): string {
  return Array.from({ length: count }, (_, index) => {
    const root = x + (index - count / 2) * height * 0.09;
    const reach = height * rng.range(0.55, 1);
    const lean = height * rng.range(0.05, 0.3);
    return line(
      smooth(points(root, y, root + lean * 0.3, y - reach * 0.6, root + lean, y - reach)),
      color,
      Math.max(height * 0.03, 2),
    );
  }).join("");
}

/** The shadow a tree throws to the lower right. */
export function treeShadow({ tones }: Scene, [x, y]: Point, height: number): string {
  return ellipse([x + height * 0.32, y + height * 0.05], height * 0.36, height * 0.05, {
    fill: tones.ink,
    opacity: 0.22,
    transform: `rotate(8 ${x.toFixed(0)} ${y.toFixed(0)})`,
  });
}
