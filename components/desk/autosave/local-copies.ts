/** Unsaved work in the browser (IndexedDB), one entry for each article, account and open editor. */
import { createStore, delMany, entries, set, del, type UseStore } from "idb-keyval";
import { sameValue } from "@/lib/articles/compare/value-key";
import type { WorkingCopy } from "@/lib/articles/schema";
import { now } from "@/lib/clock";
import type { LocalCopy, LocalCopyStore } from "./autosave-types";
import { asStored } from "./working-copy-changes";

export type Owner = { articleId: number; userId: number };

/** Days after which a copy that nobody took back is removed. */
const lifetimeDays = 30;

let opened: UseStore | undefined;
function store(): UseStore {
  return (opened ??= createStore("mental-health-network-desk", "unsaved-articles"));
}

/** Two editors of the same account are two entries: neither overwrites what the other has not saved. */
export function localCopyStore(owner: Owner, sessionKey: string): LocalCopyStore {
  const key = prefixOf(owner) + sessionKey;
  return { put: (copy) => set(key, copy, store()), remove: () => del(key, store()) };
}

function prefixOf({ articleId, userId }: Owner): string {
  return `article:${String(articleId)}:user:${String(userId)}:`;
}

export type Recovery = {
  /** Milliseconds since 1970: when it was written last. */
  at: number;
  /** What was on the screen. */
  copy: WorkingCopy;
  /** What it started from; the controller goes on from here, and merges when the server is further. */
  base: { version: number; copy: WorkingCopy };
  sessionKey: string;
};

/**
 * Unsaved work that a crash, a closed tab or a lost network left in this browser, newest first. What the server has by
 * now is removed without a word.
 * @param live sessions of editors that are open now; their copies are theirs
 * @returns nothing when the browser keeps nothing (a private window)
 */
export async function recoverLocalCopies(
  owner: Owner,
  server: { version: number; copy: WorkingCopy },
  live: ReadonlySet<string>,
): Promise<Recovery[]> {
  const prefix = prefixOf(owner);
  const current = asStored(server.copy);
  const found: Recovery[] = [];
  const obsolete: IDBValidKey[] = [];
  for (const [key, kept] of await allCopies()) {
    const isOld = kept.at < now().getTime() - lifetimeDays * 86_400_000;
    const isOurs = key.startsWith(prefix) && !live.has(kept.sessionKey);
    if (isOld || (isOurs && isSaved(kept, current))) obsolete.push(key);
    else if (isOurs) found.push(recoveryOf(kept, { version: server.version, copy: current }));
  }
  await delMany(obsolete, store()).catch(() => undefined);
  return found.sort((a, b) => b.at - a.at);
}

/** The writer took it back or let it go. */
export async function discardLocalCopy(owner: Owner, sessionKey: string): Promise<void> {
  await localCopyStore(owner, sessionKey)
    .remove()
    .catch(() => undefined);
}

async function allCopies(): Promise<[string, LocalCopy][]> {
  try {
    return await entries<string, LocalCopy>(store());
  } catch {
    return [];
  }
}

function isSaved(kept: LocalCopy, current: WorkingCopy): boolean {
  const copy = asStored(kept.copy);
  return sameValue(copy, current) || sameValue(copy, asStored(kept.base.copy));
}

/** A save whose answer was lost may have arrived: then the work goes on from there, not from before it. */
function recoveryOf(kept: LocalCopy, server: { version: number; copy: WorkingCopy }): Recovery {
  const arrived = kept.sent !== null && sameValue(asStored(kept.sent), server.copy);
  return { at: kept.at, copy: kept.copy, base: arrived ? server : kept.base, sessionKey: kept.sessionKey };
}
