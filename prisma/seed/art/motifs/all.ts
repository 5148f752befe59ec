import type { DrawMotif } from "../scene";
import { drawHills } from "./hills";
import { drawChairs } from "./chairs";
import { drawWaves } from "./waves";
import { drawWindow } from "./window";
import { drawPath } from "./path";
import { drawThreads } from "./threads";
import { drawLeaves } from "./leaves";
import { drawStones } from "./stones";
import { drawLamp } from "./lamp";
import { drawDoors } from "./doors";
import { drawCircles } from "./circles";
import { drawDesk } from "./desk";
import { drawLetters } from "./letters";
import { drawMoon } from "./moon";
import { drawBirds } from "./birds";
export const motifs: Record<string, DrawMotif> = { hills: drawHills, chairs: drawChairs, waves: drawWaves, window: drawWindow, path: drawPath, threads: drawThreads,
 leaves: drawLeaves, stones: drawStones, lamp: drawLamp, doors: drawDoors, circles: drawCircles, desk: drawDesk, letters: drawLetters, moon: drawMoon, birds: drawBirds };
