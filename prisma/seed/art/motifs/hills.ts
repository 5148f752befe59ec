import { mix } from "../color";
import { cloud, mist, sky, stars, sunDisc } from "../outdoors";
import { layer } from "../scene";
import type { Compositions, Scene } from "../scene";
import { below, heightAt, ridge, sheet, smooth } from "../shapes";
import { group, line } from "../svg";
import type { Point } from "../svg";
import { cypress, roundTree, treeShadow } from "../trees";

/** Ridge behind ridge into the distance. */
export const compositions: Compositions = [
  {
    draw: valley,
    shows: "Hills in layers, dark in front and paler toward the horizon, with a few trees and a low {sun}.",
  },
  { draw: fields, shows: "Rolling fields with furrows and a few trees under a round {sun}." },
];

/** Steep layers with mist between them and a few trees on the nearest. */
function valley(scene: Scene): string {
  const { rng, tones } = scene;
  const sun: Point = [rng.range(1080, 1300), rng.range(300, 380)];
  const parts = [
    sky(scene, 700),
    tones.mood === "night" ? stars(scene, 70, 480) : "",
    sunDisc(scene, sun, rng.range(84, 120)),
    cloud(scene, [rng.range(300, 520), rng.range(200, 300)], rng.range(300, 420), 0.55),
    cloud(scene, [rng.range(1250, 1450), rng.range(150, 230)], rng.range(220, 300), 0.45),
  ];
  const count = 5;
  for (let index = 0; index < count; index += 1) {
    const share = index / (count - 1);
    const y = 430 + share ** 1.15 * 420;
    const line = tilted(
      ridge(rng, { y, height: 95 - share * 20, roughness: 0.5 - share * 0.18 }),
      (index % 2 === 0 ? 1 : -1) * (60 + share * 70),
    );
    parts.push(
      layer(scene, below(line), tones.depth(0.02 + share * 0.86), {
        grain: index > 2,
        shadow: 0.3,
        light: 0.3 - share * 0.2,
      }),
    );
    if (index < count - 1) parts.push(mist(scene, y - 20, y + 330, 0.42 - share * 0.2));
    if (index === count - 2) parts.push(grove(scene, line, [rng.range(1060, 1240)], 90, tones.depth(0.8)));
    if (index === count - 1)
      parts.push(
        grove(
          scene,
          line,
          [640, 735, 800].map((x) => rng.around(x, 30)),
          250,
          mix(tones.depth(1), tones.ink, 0.3),
        ),
      );
  }
  return parts.join("");
}

function tilted(points: readonly Point[], rise: number): Point[] {
  return points.map(([x, y]) => [x, y + (x / sheet.width - 0.5) * rise * 2]);
}

function grove(scene: Scene, ground: readonly Point[], places: number[], height: number, color: string): string {
  const draw = scene.rng.pick([cypress, roundTree]);
  return group(
    {},
    ...places.map((x) => {
      const foot: Point = [x, heightAt(ground, x) + 4];
      const size = height * scene.rng.range(0.65, 1.1);
      return treeShadow(scene, foot, size) + draw(scene, foot, size, color);
    }),
  );
}

/** Rounded farmland with furrows that follow the ground. */
function fields(scene: Scene): string {
  const { rng, tones } = scene;
  const parts = [
    sky(scene, 620),
    tones.mood === "night" ? stars(scene, 60, 400) : "",
    sunDisc(scene, [rng.range(560, 760), rng.range(250, 330)], rng.range(95, 135)),
  ];
  parts.push(cloud(scene, [rng.range(1050, 1250), rng.range(170, 260)], rng.range(320, 430), 0.6));
  const far = ridge(rng, { y: 520, height: 60, roughness: 0.45 });
  parts.push(layer(scene, below(far), tones.depth(0.05), { grain: false }), mist(scene, 480, 700, 0.5));
  const swells = [
    { y: 590, height: 70, color: mix(tones.depth(0.28), tones.second, 0.25) },
    { y: 690, height: 85, color: tones.depth(0.42) },
    { y: 820, height: 80, color: mix(tones.depth(0.55), tones.accent, 0.22) },
    { y: 960, height: 70, color: tones.depth(0.85) },
  ];
  swells.forEach(({ y, height, color }, index) => {
    const crest = ridge(rng, { y, height, roughness: 0.16 });
    const clip = scene.defs.clip(`<path d="${below(crest)}"/>`);
    parts.push(layer(scene, below(crest), color, { grain: index > 0, shadow: 0.34, light: 0.22 }));
    parts.push(group({ clipPath: clip, opacity: 0.35 }, furrows(crest, mix(color, tones.ink, 0.5), index)));
    if (index === 1)
      parts.push(
        grove(
          scene,
          crest,
          [rng.range(1080, 1150), rng.range(1180, 1260), rng.range(1290, 1350)],
          130,
          tones.depth(0.85),
        ),
      );
    if (index === 2) parts.push(grove(scene, crest, [rng.range(620, 700)], 210, tones.depth(0.95)));
  });
  return parts.join("");
}

/** Curves parallel to the crest, wider apart as they come nearer. */
function furrows(crest: readonly Point[], color: string, index: number): string {
  if (index % 2 === 0) return "";
  return [1, 2, 3, 4, 5, 6]
    .map((row) => {
      const drop = row * 26 + row * row * 5;
      return line(
        smooth(crest.map(([x, y]): Point => [x, y + drop + Math.sin(x / 300 + row) * 3])),
        color,
        2 + row * 0.5,
      );
    })
    .join("");
}
