/** One round at a time, wherever it runs; what comes meanwhile waits for the next. */
export function purgeJob() {
  const name = "purge-cdn";
  return { task: name, payload: {}, key: name, queue: name } as const;
}
