import type { HookTargetName } from "@/lib/hooks/target-names";

export type HealthState = "ok" | "warn" | "fail";

/** One thing that was looked at. */
export type HealthCheck = {
  id: "database" | "migrations" | "storage" | "mail" | "jobs" | HookTargetName | "cdn" | "reviews" | "links" | "backup";
  label: string;
  state: HealthState;
  /** What was found, in a sentence. */
  text: string;
  /** What to do about it; null when nothing is to be done. */
  advice: string | null;
  /** Up to ten things it is about, with where to look after them. */
  items: { label: string; href: string | null }[];
};

const gravity: Record<HealthState, number> = { ok: 0, warn: 1, fail: 2 };

/** The worst of several states. */
export function worstState(states: readonly HealthState[]): HealthState {
  return states.reduce<HealthState>((worst, state) => (gravity[state] > gravity[worst] ? state : worst), "ok");
}
