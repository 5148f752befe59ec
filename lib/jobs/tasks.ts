/** Who does which kind of work. Its twin is schema.ts; the compiler compares the two. */
import { purgeCdn } from "@/lib/cdn/commands/purge";
import { deliverAnnouncements } from "@/lib/hooks/commands/deliver";
import { noteVisibility } from "@/lib/hooks/commands/note-changes";
import { makePicture } from "@/lib/media/commands/make-picture";
import { renewCropsOf } from "@/lib/media/commands/renew-crops";
import { drawAllCards, drawCardOf, drawCardsAt } from "@/lib/social-cards/commands/draw-cards";
import type { JobPayload, TaskName } from "./schema";

/**
 * A handler may be called again for a job that was done before: when its process was killed between the work and the note of
 * it. It must do no harm then. To end early when `signal` says so, it throws: the job is tried again elsewhere.
 */
export type Tasks = { [Name in TaskName]: (payload: JobPayload<Name>, signal: AbortSignal) => Promise<void> };

export const tasks: Tasks = {
  announce: ({ target }, signal) => deliverAnnouncements(target, signal),
  "note-visibility": () => noteVisibility(),
  "make-picture": ({ intakeId }) => makePicture(intakeId),
  "cut-crops": ({ mediaId }) => renewCropsOf(mediaId),
  "draw-cards": ({ paths }, signal) => drawCardsAt(paths, signal),
  "draw-card": ({ payload }, signal) => drawCardOf(payload, signal),
  "draw-all-cards": ({ after }, signal) => drawAllCards(after, signal),
  "purge-cdn": (_payload, signal) => purgeCdn(signal),
};
