/** An instance that is patient with a CDN that hangs, until it is killed (trouble.test.ts). */
import { setCdnPace } from "@/lib/cdn/pace";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";

setCdnPace({ again: 400, timeout: 600_000, pause: 100 });
startJobs(tasks, { poll: 50, beat: 0.2, silence: 2, patience: 1_000 });
