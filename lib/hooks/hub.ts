import { activeTargets } from "./targets";

/**
 * The hub that is told when a feed changes, to be named in every feed (W3C WebSub, section 4).
 * @returns null when there is none, or none that this magazine speaks to: readers then look by themselves
 */
export function webSubHub(): string | null {
  return activeTargets().find(({ name }) => name === "websub")?.endpoint ?? null;
}

/** The header Link of a feed at `topic` (absolute), which subscribers look at before the feed itself. Null without a hub. */
export function webSubLinks(topic: string): string | null {
  const hub = webSubHub();
  return hub === null ? null : `<${hub}>; rel="hub", <${topic}>; rel="self"`;
}
