/**
 * Next bundles its own copy of every module, so that `server.ts` and a page would each hold another pool, logger or
 * clock. What must be one per process is kept on globalThis under a registered symbol.
 * @returns the value under `name`, made at the first call in this process
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`mental-health-network/${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[key] ??= make());
}
