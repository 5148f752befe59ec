/** Starts ./load-process.ts and keeps what it reports. */
import { fork } from "node:child_process";
import path from "node:path";
import { projectRoot } from "@/lib/project-root";
import type { LoadOrder, Sample } from "./load-process";

const program = path.join(projectRoot, "tests/bench/faults/load-process.ts");

export type Load = {
  /** Everything that was answered so far. */
  samples: Sample[];
  stop: () => void;
};

export function startLoad(order: LoadOrder): Load {
  const child = fork(program, { execArgv: ["--import", "tsx"], cwd: projectRoot });
  const samples: Sample[] = [];
  child.on("message", (reported: Sample[]) => {
    samples.push(...reported);
  });
  child.send(order);
  return { samples, stop: () => child.kill("SIGKILL") };
}
