import type { HookTargetName } from "./target-names";

/** One round at a time to one target, wherever it runs; changes that come meanwhile wait for the next. */
export function announceJob(target: HookTargetName) {
  const name = `announce:${target}`;
  return { task: "announce", payload: { target }, key: name, queue: name } as const;
}
