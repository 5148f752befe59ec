import { readFileSync } from "node:fs";
import { childrenOf } from "./processes";

/** @returns bytes that a process and those it started hold in memory */
export function memoryOf(pid: number): number {
  return residentBytes(pid) + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
}

/** @param pid of `server.ts` @returns bytes that its workers hold, the largest first */
export function memoryOfWorkers(pid: number): number[] {
  return childrenOf(pid)
    .map(residentBytes)
    .sort((a, b) => b - a);
}

function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
