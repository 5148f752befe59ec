/** How soon and how often others are told. */
import { processWide } from "@/lib/process-wide";

export type HookPace = {
  /** Milliseconds between a change and the request: what an editor does in one go is told in one. */
  settle: number;
  /** Milliseconds between two rounds to one target: a bulk change or an import makes few requests, not a storm. */
  interval: number;
  /** Milliseconds after a first failure; they double with each further one. */
  pause: number;
  /** Milliseconds for one request, its answer included. */
  timeout: number;
};

const usual: HookPace = { settle: 2_000, interval: 30_000, pause: 10_000, timeout: 10_000 };
const state = processWide("hook-pace", () => ({ pace: usual }));

export function hookPace(): HookPace {
  return state.pace;
}

/** For tests: another pace, or the usual one with null. */
export function setHookPace(pace: HookPace | null): void {
  state.pace = pace ?? usual;
}
