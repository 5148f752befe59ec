import { z } from "zod";

/** What the generated artwork can show; each has a file in motifs/. */
export const motifSchema = z.enum([
  "chairs",
  "waves",
  "hills",
  "window",
  "path",
  "threads",
  "leaves",
  "stones",
  "lamp",
  "doors",
  "circles",
  "desk",
  "letters",
  "moon",
  "birds",
]);

export type Motif = z.output<typeof motifSchema>;
