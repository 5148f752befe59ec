/** Jobs that draw cards: one at a time of each kind, wherever it runs, so that other work has room. */
import { createHash } from "node:crypto";
import { cardKey } from "./card-address";

const lane = "social-cards";
/** All pages take long; what somebody has just published does not wait for it. */
const longLane = "all-social-cards";

/** Draws the cards that the pages at these addresses name. */
export function cardsJob(paths: readonly string[]) {
  const sorted = [...paths].sort();
  const digest = createHash("sha256").update(sorted.join(" ")).digest("hex").slice(0, 32);
  return { task: "draw-cards", payload: { paths: sorted }, key: `draw-cards:${digest}`, queue: lane } as const;
}

/** Draws one card that was asked for and is not there. @param payload of its address */
export function cardJob(payload: string) {
  // Who asks again does not move the next try of a drawing that fails.
  return { task: "draw-card", payload: { payload }, key: cardKey(payload), queue: lane, keepsMoment: true } as const;
}

/** A step through all pages. @param after as drawAllCards takes it: two walks that meet at one place are one from there */
export function allCardsJob(after: number | null) {
  const key = `draw-all-cards:${String(after ?? "first")}`;
  return { task: "draw-all-cards", payload: { after }, key, queue: longLane } as const;
}
