/** What can be drawn, and at which times of day it looks right. */
import { drawBirds } from "./motifs/birds";
import { drawChairs } from "./motifs/chairs";
import { drawCircles } from "./motifs/circles";
import { drawDesk } from "./motifs/desk";
import { drawDoors } from "./motifs/doors";
import { drawHills } from "./motifs/hills";
import { drawLamp } from "./motifs/lamp";
import { drawLeaves } from "./motifs/leaves";
import { drawLetters } from "./motifs/letters";
import { drawMoon } from "./motifs/moon";
import { drawPath } from "./motifs/path";
import { drawStones } from "./motifs/stones";
import { drawThreads } from "./motifs/threads";
import { drawWaves } from "./motifs/waves";
import { drawWindow } from "./motifs/window";
import type { Mood } from "./palettes";
import type { DrawMotif } from "./scene";

export const motifNames = [
  "birds",
  "chairs",
  "circles",
  "desk",
  "doors",
  "hills",
  "lamp",
  "leaves",
  "letters",
  "moon",
  "path",
  "stones",
  "threads",
  "waves",
  "window",
] as const;

export type Motif = (typeof motifNames)[number];

type MotifEntry = {
  draw: DrawMotif;
  /** Chosen from evenly; a mood that stands here twice is twice as likely. */
  moods: readonly [Mood, ...Mood[]];
};

const anyTime: MotifEntry["moods"] = ["day", "day", "dusk", "night"];

export const motifs: Readonly<Record<Motif, MotifEntry>> = {
  birds: { draw: drawBirds, moods: ["day", "dusk"] },
  chairs: { draw: drawChairs, moods: anyTime },
  circles: { draw: drawCircles, moods: anyTime },
  desk: { draw: drawDesk, moods: anyTime },
  doors: { draw: drawDoors, moods: anyTime },
  hills: { draw: drawHills, moods: anyTime },
  lamp: { draw: drawLamp, moods: ["dusk", "night"] },
  leaves: { draw: drawLeaves, moods: anyTime },
  letters: { draw: drawLetters, moods: anyTime },
  moon: { draw: drawMoon, moods: ["dusk", "night", "night"] },
  path: { draw: drawPath, moods: ["day", "day", "dusk"] },
  stones: { draw: drawStones, moods: anyTime },
  threads: { draw: drawThreads, moods: anyTime },
  waves: { draw: drawWaves, moods: anyTime },
  window: { draw: drawWindow, moods: anyTime },
};
