/** A process that takes jobs and never ends one, until it is killed (jobs.test.ts). It says which it has taken. */
import { startJobs } from "@/lib/jobs/runner";

const never = (): Promise<never> => new Promise(() => undefined);
startJobs(
  {
    announce: ({ target }) => {
      process.stdout.write(`${target}\n`);
      return never();
    },
    "note-visibility": never,
    "make-picture": never,
    "cut-crops": never,
    "draw-cards": never,
    "draw-card": never,
    "draw-all-cards": never,
    "purge-cdn": never,
  },
  { poll: 100, beat: 0.2, silence: 1, patience: 1_000 },
);
