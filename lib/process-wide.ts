/**
 * Next bundles its own copy of every module, so that `server.ts` and a page would each hold another pool, logger or
 * clock. What must be one per process is kept on globalThis under a registered symbol.
 * @returns the value under `name`, made at the first call in this process
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[keyOf(name)] ??= make());
}

/** Takes the value out, so that the next processWide() makes another. @returns it, or undefined when none was made */
export function forgetProcessWide(name: string): unknown {
  const store = globalThis as unknown as Record<symbol, unknown>;
  const value = store[keyOf(name)];
  store[keyOf(name)] = undefined;
  return value;
}

function keyOf(name: string): symbol {
  return Symbol.for(`mental-health-network/${name}`);
}
