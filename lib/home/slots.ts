/** Places of the home page that editors can fill, in the order of the page. The database knows the same names. */
export const homeSlots = [
  "lead",
  "top-1",
  "top-2",
  "top-3",
  "top-4",
  "strip-1",
  "strip-2",
  "strip-3",
  "strip-4",
  "strip-5",
  "strip-6",
] as const;

export type HomeSlotName = (typeof homeSlots)[number];

/** A place in the words of the desk. */
export function homeSlotLabel(slot: HomeSlotName): string {
  if (slot === "lead") return "Lead story";
  const number = slot.slice(slot.indexOf("-") + 1);
  return slot.startsWith("top-") ? `Beside the lead, ${number}` : `Latest posts, ${number}`;
}

/**
 * Gives every place of the page a story: the pinned one where there is one, else the next of `newest`. No story twice.
 * @param pinned stories by place; only what readers may see
 * @param newest newest first; at least as many as there are places, when the site has them
 * @returns stories in the order of `homeSlots`; places at the end stay empty when there are too few
 */
export function fillHomeSlots<Story extends { articleId: number }>(
  pinned: ReadonlyMap<string, Story>,
  newest: readonly Story[],
): Map<HomeSlotName, Story> {
  const taken = new Set([...pinned.values()].map(({ articleId }) => articleId));
  const rest = newest.filter(({ articleId }) => !taken.has(articleId));
  const filled = new Map<HomeSlotName, Story>();
  for (const slot of homeSlots) {
    const story = pinned.get(slot) ?? rest.shift();
    if (story) filled.set(slot, story);
  }
  return filled.has("lead") ? filled : withLead(filled);
}

/** The page opens with a story whenever it has one. */
function withLead<Story>(filled: Map<HomeSlotName, Story>): Map<HomeSlotName, Story> {
  const [first, ...others] = [...filled];
  return first ? new Map([["lead" as const, first[1]], ...others]) : filled;
}
