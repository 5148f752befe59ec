/** What readers see of a magazine that changes all the time, on three instances. */
import { runConsistency } from "@/tests/integration/page-cache/consistency";
import { Instance } from "@/tests/integration/page-cache/instances";
import { milliseconds, type Row } from "./statistics";

const consistencySeconds = 60;
const lagTarget = 1_000;

/** @param databaseUrl of an empty database that queryDatabase() points at */
export async function measureConsistency(databaseUrl: string): Promise<Row[]> {
  const start = (): Promise<Instance> => Instance.start(databaseUrl);
  const instances = await Promise.all([start(), start(), start()]);
  const result = await runConsistency({ instances, writers: 4, readers: 8, seconds: consistencySeconds }).finally(() =>
    Promise.all(instances.map((instance) => instance.stop())),
  );
  const { actions, reads, failures, violations, longestLag } = result;
  for (const violation of violations.slice(0, 5)) process.stdout.write(`${violation}\n`);
  const stall = Math.max(...instances.map((instance) => instance.stall));
  return [
    {
      what: "older pages where something was changed",
      figures: `${String(violations.length)} (${String(actions)} changes, ${String(reads)} reads, ${String(failures.length)} failed)`,
      target: "0",
      met: violations.length === 0,
    },
    {
      what: "longest that another instance showed an older page",
      figures: `${milliseconds(longestLag)} (a process stood still for up to ${milliseconds(stall)})`,
      target: `<= ${String(lagTarget)} ms`,
      met: longestLag <= lagTarget,
    },
  ];
}
