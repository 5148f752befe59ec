import type { TagWeight } from "./types";

const steps = 6;

/**
 * Gives each tag its size step in the cloud. Counts are compared by their logarithm, so that one big tag does not press
 * all others into the smallest size.
 */
export function weighTags(tags: Omit<TagWeight, "step">[]): TagWeight[] {
  const logs = tags.map((tag) => Math.log(Math.max(1, tag.articles)));
  const low = Math.min(...logs);
  const range = Math.max(...logs) - low;
  return tags.map((tag, index) => {
    const share = range > 0 ? ((logs[index] ?? low) - low) / range : 0;
    return { ...tag, step: 1 + Math.round(share * (steps - 1)) };
  });
}
