/** Which editors are open in this browser right now: each holds a lock, which the browser itself drops when a tab dies. */

const prefix = "mental-health-network-editor:";

/** @returns what gives the lock back */
export function holdEditorLock(sessionKey: string): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  if (hasLocks()) navigator.locks.request(prefix + sessionKey, () => held).catch(() => undefined);
  return release;
}

/** Session keys of open editors; empty where browsers know no locks (pages without HTTPS). */
export async function liveEditors(): Promise<Set<string>> {
  if (!hasLocks()) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

function hasLocks(): boolean {
  return "locks" in navigator;
}
