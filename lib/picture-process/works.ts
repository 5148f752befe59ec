/** What the picture process does for others. Loaded there alone; everybody else needs no more than its types. */
import { cutCropsOf } from "@/lib/media/cut-crops";
import { processImage, readHeader } from "@/lib/media/process-image";
import { drawCard } from "@/lib/social-cards/draw-card";

export const works = { readHeader, processImage, cutCropsOf, drawCard };

export type Works = typeof works;
