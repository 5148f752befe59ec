/** Processes of the site and of its database, found in /proc (Linux). */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Workers of a site; the compiler of its sources is a child as well. */
export function workersOf(site: number): number[] {
  return childrenOf(site).filter((pid) => commandOf(pid).includes("server.ts"));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

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
