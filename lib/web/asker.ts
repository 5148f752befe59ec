/** On whose behalf pages are made, so that what there is too little of can be shared fairly between networks. */
import { AsyncLocalStorage } from "node:async_hooks";

export type Asker = {
  /** As countedNetwork() names it; null for work that nobody in particular waits for. */
  network: string | null;
  /** A browser prepares for a click that may never come. */
  isSpeculative: boolean;
};

const nobody: Asker = { network: null, isSpeculative: false };
const storage = new AsyncLocalStorage<Asker>();

export function onBehalfOf<T>(asker: Asker, work: () => T): T {
  return storage.run(asker, work);
}

/** What the magazine does by itself has nobody in particular behind it. */
export function onNobodysBehalf<T>(work: () => T): T {
  return storage.run(nobody, work);
}

/** Nobody in particular outside of any request. */
export function presentAsker(): Asker {
  return storage.getStore() ?? nobody;
}
