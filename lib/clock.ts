/** The only source of time. Publishing depends on it, so tests must be able to move it. */
import { processWide } from "./process-wide";

const state = processWide("clock", () => ({ offset: 0, fixed: null as number | null }));

/** The present moment; a fresh Date that the caller may keep. */
export function now(): Date {
  return new Date(state.fixed ?? Date.now() + state.offset);
}

/** The same in milliseconds since 1970, without an object: for what is asked at every request. */
export function nowMilliseconds(): number {
  return state.fixed ?? Date.now() + state.offset;
}

/** For tests: stops the clock at `moment`, or lets it run again with null. */
export function setClock(moment: Date | null): void {
  state.fixed = moment === null ? null : moment.getTime();
}

/** Milliseconds of a steady counter, for measuring durations. */
export function steadyMilliseconds(): number {
  return performance.now();
}
