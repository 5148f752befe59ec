import { sql } from "@/lib/db/pool";

export type CdnFacts = {
  /** Changes that are still to be purged. */
  waiting: number;
  failures: number;
  /** The last failure does not pass by itself. */
  refused: boolean;
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  lastError: string | null;
};

/** How purging went, for the health page. */
export async function cdnFacts(): Promise<CdnFacts> {
  const [row] = await sql<CdnFacts>(
    `SELECT (SELECT count(*) FROM cdn_purge WHERE due_at <= clock_timestamp()) AS waiting, failures, refused,
       last_success_at AS "lastSuccessAt", last_error_at AS "lastErrorAt", last_error AS "lastError"
     FROM cdn_state`,
  );
  return row ?? { waiting: 0, failures: 0, refused: false, lastSuccessAt: null, lastErrorAt: null, lastError: null };
}
