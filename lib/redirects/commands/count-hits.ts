/** Hits are counted in memory and written now and then: following a redirect must not wait for a write. */
import { sql } from "@/lib/db/pool";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";

/** Milliseconds between two writings; at most so much is lost when a process is killed. */
const flushInterval = 10_000;

const counting = processWide("redirect-hits", () => ({
  hits: new Map<number, number>(),
  timer: null as NodeJS.Timeout | null,
}));

/** Notes that a reader followed a redirect. @param redirectId null: the address itself said where it leads, and no rule */
export function countRedirectHit(redirectId: number | null): void {
  if (redirectId === null) return;
  counting.hits.set(redirectId, (counting.hits.get(redirectId) ?? 0) + 1);
  flushLater();
}

function flushLater(): void {
  if (counting.timer) return;
  counting.timer = setTimeout(() => {
    flushRedirectHits().catch((error: unknown) => {
      log().warn({ err: error }, "hits of redirects could not be written; they are tried again");
    });
  }, flushInterval);
  // Counting alone keeps no process alive.
  counting.timer.unref();
}

/** Writes what was counted. What can't be written is kept for the next time. */
export async function flushRedirectHits(): Promise<void> {
  if (counting.timer) clearTimeout(counting.timer);
  counting.timer = null;
  const entries = [...counting.hits].sort(([a], [b]) => a - b);
  if (entries.length === 0) return;
  counting.hits = new Map();
  try {
    // Rows are locked in one order: several instances that write the same ones wait for each other.
    await sql(
      `WITH counted AS (
         SELECT r.id, c.hits FROM redirect r JOIN unnest($1::int[], $2::int[]) AS c (id, hits) ON c.id = r.id
         ORDER BY r.id FOR UPDATE OF r)
       UPDATE redirect r SET hits = r.hits + counted.hits FROM counted WHERE r.id = counted.id`,
      [entries.map(([redirectId]) => redirectId), entries.map(([, hits]) => hits)],
    );
  } catch (error) {
    for (const [redirectId, hits] of entries) {
      counting.hits.set(redirectId, (counting.hits.get(redirectId) ?? 0) + hits);
    }
    flushLater();
    throw error;
  }
}
