/** Processes of the site and of its database, found in /proc (Linux). */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Direct children of a process. */
export function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    // The name in parentheses may hold anything; the parent is the second field after it (proc_pid_stat(5)).
    const [, parent] =
      readFileSync(`/proc/${String(pid)}/stat`, "utf8")
        .split(") ")
        .at(-1)
        ?.split(" ") ?? [];
    return Number(parent);
  } catch {
    return null;
  }
}

/** The first process of the Postgres below `directory`. */
export function postmasterOf(directory: string): number {
  return Number(readFileSync(path.join(directory, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
}
