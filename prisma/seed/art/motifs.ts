/** What can be drawn, and at which times of day it looks right. */
import type { Motif } from "./motif-names";
import { compositions as birds } from "./motifs/birds";
import { compositions as chairs } from "./motifs/chairs";
import { compositions as circles } from "./motifs/circles";
import { compositions as desk } from "./motifs/desk";
import { compositions as doors } from "./motifs/doors";
import { compositions as hills } from "./motifs/hills";
import { compositions as lamp } from "./motifs/lamp";
import { compositions as leaves } from "./motifs/leaves";
import { compositions as letters } from "./motifs/letters";
import { compositions as moon } from "./motifs/moon";
import { compositions as path } from "./motifs/path";
import { compositions as stones } from "./motifs/stones";
import { compositions as threads } from "./motifs/threads";
import { compositions as waves } from "./motifs/waves";
import { compositions as window } from "./motifs/window";
import type { Mood } from "./palettes";
import type { Compositions } from "./scene";

type MotifEntry = {
  compositions: Compositions;
  /** Chosen from evenly; a mood that stands here twice is twice as likely. */
  moods: readonly [Mood, ...Mood[]];
};

const anyTime: MotifEntry["moods"] = ["day", "day", "dusk", "night"];

export const motifs: Readonly<Record<Motif, MotifEntry>> = {
  birds: { compositions: birds, moods: ["day", "dusk"] },
  chairs: { compositions: chairs, moods: anyTime },
  circles: { compositions: circles, moods: anyTime },
  desk: { compositions: desk, moods: anyTime },
  doors: { compositions: doors, moods: anyTime },
  hills: { compositions: hills, moods: anyTime },
  lamp: { compositions: lamp, moods: ["dusk", "night"] },
  leaves: { compositions: leaves, moods: anyTime },
  letters: { compositions: letters, moods: anyTime },
  moon: { compositions: moon, moods: ["dusk", "night", "night"] },
  path: { compositions: path, moods: ["day", "day", "dusk"] },
  stones: { compositions: stones, moods: anyTime },
  threads: { compositions: threads, moods: anyTime },
  waves: { compositions: waves, moods: anyTime },
  window: { compositions: window, moods: anyTime },
};
