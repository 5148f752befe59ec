/** How soon and how often a CDN is asked to purge. */
import { processWide } from "@/lib/process-wide";

export type CdnPace = {
  /**
   * Milliseconds after which each purge is done once more. Another instance hears of a change within a second; until then it
   * may give the CDN the older page again. Should its notification be lost, it hears of it a little later than this
   * (lib/content-version/watch.ts), and CDN_MAX_AGE is what ends the older page.
   */
  again: number;
  /** Milliseconds for one request, its answer included. */
  timeout: number;
  /** Milliseconds after a first failure; they double with each further one. */
  pause: number;
};

const usual: CdnPace = { again: 2_000, timeout: 10_000, pause: 2_000 };
const state = processWide("cdn-pace", () => ({ pace: usual }));

export function cdnPace(): CdnPace {
  return state.pace;
}

/** For tests: another pace, or the usual one with null. */
export function setCdnPace(pace: CdnPace | null): void {
  state.pace = pace ?? usual;
}
