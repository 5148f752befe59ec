import { mix } from "../color";
import { lightOnWall, room } from "../indoors";
import { halo, placed, solid } from "../scene";
import type { Compositions, Scene } from "../scene";
import { disc, sheet } from "../shapes";
import { ellipse, group, rect } from "../svg";
import { drawTwig, twig, twigSilhouette } from "../twigs";
import type { Growth } from "../twigs";
import type { Point } from "../svg";
import { cup } from "../objects";

/** A branch, close by: against the sun, or as a shadow on a wall. */
export const compositions: Compositions = [
  { draw: againstTheSun, shows: "Leafy branches that cross in front of a large round {sun}." },
  {
    draw: shadowOnTheWall,
    shows: "A vase with leafy branches and a cup on a ledge, and the shadow of more leaves on the wall behind them.",
  },
];

function againstTheSun(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const [light, dark] = night
    ? [tones.ramp(0.95), tones.ramp(0.72)]
    : [mix(tones.sky.middle, tones.bright, 0.2), tones.sky.top];
  const fill = defs.linear(
    [300, 0],
    [1500, 1080],
    [
      [0, light],
      [1, dark],
    ],
  );
  const grown = (growth: Growth, shade: string, stem: number): string =>
    drawTwig(scene, twig(scene, growth), shade, stem);
  const sun: Point = [rng.range(960, 1080), rng.range(470, 540)];
  const radius = rng.range(300, 350);
  const color = night ? mix(tones.foliage, tones.ramp(0.6), 0.4) : mix(tones.foliage, tones.depth(0.7), 0.35);
  const pale = mix(color, night ? tones.ramp(0.85) : tones.sky.middle, 0.62);
  return [
    rect(0, 0, sheet.width, sheet.height, { fill }),
    halo(scene, sun, 900, 0.5),
    grown({ from: [1980, 300], direction: Math.PI * 0.93, length: 900, curve: -0.5, leafLength: 260 }, pale, 8),
    solid(scene, disc(sun, radius), night ? tones.bright : mix(tones.accent, tones.glow, 0.2), {
      shadow: night ? 0.12 : 0.24,
      light: 0.5,
    }),
    grown(
      {
        from: [340, 1130],
        direction: -Math.PI * 0.36,
        length: 1150,
        curve: rng.range(0.5, 0.75),
        leafLength: 330,
      },
      color,
      13,
    ),
    grown(
      {
        from: [1500, 1150],
        direction: -Math.PI * 0.62,
        length: 620,
        curve: rng.range(-0.5, -0.3),
        leafLength: 250,
      },
      mix(color, tones.ink, 0.28),
      11,
    ),
    grown(
      { from: [-60, 760], direction: -Math.PI * 0.1, length: 520, curve: -0.5, leafLength: 250 },
      mix(color, tones.ink, 0.45),
      11,
    ),
  ].join("");
}

/** A vase on a ledge, and on the wall the shadow of a branch that is out of sight. */
function shadowOnTheWall(scene: Scene): string {
  const { rng, tones, defs } = scene;
  const night = tones.mood === "night";
  const shadowTwigs = [
    twig(scene, { from: [520, -60], direction: Math.PI * 0.36, length: 900, curve: -0.35, leafLength: 250 }),
    twig(scene, { from: [900, -120], direction: Math.PI * 0.3, length: 760, curve: 0.25, leafLength: 230 }),
    twig(scene, { from: [300, 260], direction: Math.PI * 0.12, length: 760, curve: 0.4, leafLength: 220 }),
  ];
  const shade = mix(tones.wall, tones.ink, night ? 0.6 : 0.4);
  const shadow = shadowTwigs.map((one) => twigSilhouette(one, shade, 10)).join("");
  const ledge = 860;
  const at: Point = [rng.range(1120, 1220), ledge + 34];
  return [
    room(scene, ledge),
    group(
      { clipPath: defs.clip(rect(0, 0, sheet.width, ledge - 16, {})) },
      lightOnWall(scene, { x: 480, y: 40, width: 900, height: 760 }, { columns: 2, rows: 2, lean: 0.16 }),
      group({ opacity: 0.34, filter: defs.blur(7) }, shadow),
    ),
    ellipse([at[0] + 130, at[1] + 2], 260, 22, { fill: tones.ink, opacity: 0.25, filter: defs.thinBlur(9) }),
    placed(at, 1, vaseWithBranch(scene)),
    placed([at[0] - 330, ledge + 70], 1, cup(scene, 110, tones.accent)),
  ].join("");
}

/** A round vase with one leafy branch. */
function vaseWithBranch(scene: Scene): string {
  const { tones, rng } = scene;
  const color = mix(tones.foliage, tones.depth(0.7), 0.25);
  const branches = [
    twig(scene, {
      from: [0, -250],
      direction: -Math.PI * rng.range(0.56, 0.6),
      length: 480,
      curve: 0.25,
      leafLength: 170,
    }),
    twig(scene, { from: [4, -250], direction: -Math.PI * 0.4, length: 400, curve: 0.3, leafLength: 150 }),
  ];
  const vase = "M-46-290C-40-250-122-220-122-116C-122-34-74 0-56 0H56C74 0 122-34 122-116C122-220 40-250 46-290Z";
  return (
    branches.map((branch) => drawTwig(scene, branch, color, 8)).join("") +
    solid(scene, vase, tones.mood === "night" ? tones.ramp(0.45) : tones.bright, {
      from: [0, 0.2],
      to: [1, 0.7],
      shadow: 0.4,
    }) +
    ellipse([0, -290], 46, 9, { fill: tones.ink, opacity: 0.5 })
  );
}
