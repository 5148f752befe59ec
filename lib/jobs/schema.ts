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
  /** Has the CDN in front drop what changed. */
  "purge-cdn": z.object({}),
} as const;

export type TaskName = keyof typeof jobPayloads;
export type JobPayload<Name extends TaskName> = z.output<(typeof jobPayloads)[Name]>;
