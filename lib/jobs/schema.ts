/** The kinds of work that are queued, and what each is told. Shared by who queues it and who does it. */
import { z } from "zod";
import { hookTargetNames } from "@/lib/hooks/target-names";

/** One entry a task. A changed shape must still take what an instance of the version before has queued. */
export const jobPayloads = {
  /** Tells a hub or a search engine of the addresses that wait for it. */
  announce: z.object({ target: z.enum(hookTargetNames) }),
  /** Notes what came or ended on its own since the last look, because its moment came. */
  "note-visibility": z.object({}),
  /** Makes the picture of an uploaded file. */
  "make-picture": z.object({ intakeId: z.uuid() }),
  /** Cuts a picture's crops around the focal point that it was given. */
  "cut-crops": z.object({ mediaId: z.int() }),
  /** Draws the cards that the pages at these addresses name. */
  "draw-cards": z.object({ paths: z.array(z.string()) }),
  /** Draws the card behind an address of this site that was asked for before it was drawn. */
  "draw-card": z.object({ payload: z.string() }),
  /** Draws the cards that all pages name, a step at a time. */
  "draw-all-cards": z.object({ after: z.int().nullable() }),
  /** Has the CDN in front drop what changed. */
  "purge-cdn": z.object({}),
} as const;

export type TaskName = keyof typeof jobPayloads;
export type JobPayload<Name extends TaskName> = z.output<(typeof jobPayloads)[Name]>;
