/** The colours of each category, and how time of day turns them into the tones of a picture. */
import { along, mix } from "./color";

export const artCategories = [
  "interpersonal-relationship",
  "psychological-exploration",
  "psychological-test",
  "workplace-psychology",
  "marriage-psychology",
  "growth-psychology",
  "news",
  "neutral",
] as const;

export type ArtCategory = (typeof artCategories)[number];

export type Mood = "day" | "dusk" | "night";

type Palette = {
  /** Seven steps from paper white to ink, in the category's own hue. */
  ramp: readonly [string, string, string, string, string, string, string];
  /** The colour that stands against the ramp; used for one or two things in a picture. */
  accent: string;
  /** A quiet companion from the other side of the colour circle. */
  second: string;
  /** Leaves and trees. */
  foliage: string;
  /** Sunlight and lamplight. */
  glow: string;
};

const palettes: Readonly<Record<ArtCategory, Palette>> = {
  "interpersonal-relationship": {
    ramp: ["#faf1e9", "#f4dfd0", "#eac1aa", "#d6967d", "#b3634c", "#773a35", "#3a2229"],
    accent: "#e2a04a",
    second: "#5d8682",
    foliage: "#58755f",
    glow: "#ffe6c4",
  },
  "psychological-exploration": {
    ramp: ["#f0f4ee", "#d6e5df", "#a8cac4", "#659d9b", "#33757a", "#194e57", "#0e2e38"],
    accent: "#e79a6c",
    second: "#d9bd85",
    foliage: "#2e6b5c",
    glow: "#fdebc8",
  },
  "psychological-test": {
    ramp: ["#f6f0f4", "#e5d9e7", "#c8b3d1", "#9d80b0", "#70528a", "#493060", "#29193b"],
    accent: "#e6a86a",
    second: "#cf8593",
    foliage: "#566a72",
    glow: "#fde6d2",
  },
  "workplace-psychology": {
    ramp: ["#fbf5e6", "#f4e4bd", "#e9c982", "#d2a048", "#a6742a", "#684923", "#352718"],
    accent: "#c8643f",
    second: "#5b7889",
    foliage: "#66703c",
    glow: "#fff1d0",
  },
  "marriage-psychology": {
    ramp: ["#fbf0ee", "#f3d8d5", "#e5acab", "#c9737b", "#a13e50", "#6b2138", "#371223"],
    accent: "#dfae6d",
    second: "#8a9d86",
    foliage: "#68735a",
    glow: "#ffe8d2",
  },
  "growth-psychology": {
    ramp: ["#f5f5ea", "#e0e8d1", "#bacba4", "#8aa779", "#567b57", "#325440", "#1a3229"],
    accent: "#dc8d5c",
    second: "#e0bd72",
    foliage: "#47724f",
    glow: "#fff2cc",
  },
  news: {
    ramp: ["#f2f4f6", "#dbe2e9", "#b3c1cf", "#8096ab", "#536e89", "#324a64", "#1b2b41"],
    accent: "#d87d57",
    second: "#d9bc8c",
    foliage: "#48706c",
    glow: "#fbecd2",
  },
  neutral: {
    ramp: ["#f7f4ee", "#e9e2d7", "#d0c6b7", "#a89d8e", "#786f65", "#4b4642", "#292729"],
    accent: "#c98a5e",
    second: "#7f9490",
    foliage: "#6c7760",
    glow: "#fff0d6",
  },
};

/** What a motif paints with. */
export type Tones = {
  mood: Mood;
  /** The category's ramp turned for the time of day: 0 is the farthest, palest layer, 1 the nearest and heaviest. */
  depth: (position: number) => string;
  /** The category's ramp as it is: 0 paper, 1 ink. */
  ramp: (position: number) => string;
  sky: { top: string; middle: string; bottom: string };
  wall: string;
  floor: string;
  /** The brightest surface of the scene: a sheet of paper, a moon. */
  bright: string;
  /** Shadows, and things seen against the light. */
  ink: string;
  accent: string;
  second: string;
  foliage: string;
  glow: string;
};

/** @returns the tones of a category at a time of day */
export function tonesOf(category: ArtCategory, mood: Mood): Tones {
  const palette = palettes[category];
  const ramp = (position: number): string => along(palette.ramp, position);
  const { accent, second, foliage, glow } = palette;
  const shared = { mood, ramp, accent, second, foliage, glow };
  switch (mood) {
    case "day":
      return {
        ...shared,
        depth: (position) => ramp(0.22 + position * 0.7),
        sky: { top: ramp(0.2), middle: ramp(0.08), bottom: mix(ramp(0), palette.glow, 0.6) },
        wall: ramp(0.25),
        floor: ramp(0.42),
        bright: mix(ramp(0), "#ffffff", 0.45),
        ink: ramp(0.93),
      };
    case "dusk":
      return {
        ...shared,
        depth: (position) => mix(ramp(0.4 + position * 0.58), palette.accent, 0.16 * (1 - position)),
        sky: {
          top: ramp(0.5),
          middle: mix(ramp(0.3), palette.accent, 0.3),
          bottom: mix(palette.glow, palette.accent, 0.28),
        },
        wall: mix(ramp(0.36), palette.accent, 0.12),
        floor: ramp(0.56),
        bright: mix(ramp(0), palette.glow, 0.7),
        ink: ramp(0.97),
      };
    case "night":
      return {
        ...shared,
        depth: (position) => ramp(0.68 + position * 0.3),
        sky: { top: ramp(0.98), middle: ramp(0.84), bottom: ramp(0.64) },
        wall: ramp(0.8),
        floor: ramp(0.92),
        bright: mix(ramp(0.06), palette.glow, 0.7),
        ink: mix(ramp(1), "#000000", 0.25),
      };
  }
}
