import type { DrawMotif } from "../scene";
import { drawHills } from "./hills";
import { drawChairs } from "./chairs";
export const motifs: Record<string, DrawMotif> = { hills: drawHills, chairs: drawChairs };
