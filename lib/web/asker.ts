/** On whose behalf pages are made, so that what there is too little of can be shared fairly between networks. */
import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage<string | null>();

/** @param network as countedNetwork() names it; null for work that nobody in particular waits for */
export function onBehalfOf<T>(network: string | null, work: () => T): T {
  return storage.run(network, work);
}

/** Null outside of any request. */
export function presentAsker(): string | null {
  return storage.getStore() ?? null;
}
