/** The hub (WebSub) at which changes of the feeds are announced; null when there is none. */
export function webSubHub(): string | null {
  return null;
}
