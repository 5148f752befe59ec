import type { Transaction } from "@/lib/db/client";

/** Any number that no other advisory lock of the magazine uses. */
const redirectsLock = 7_365_001;

/**
 * Until the transaction ends, nobody else changes redirects: two changes that are each right could close a circle
 * together.
 */
export async function lockRedirects(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${redirectsLock}::bigint)`;
}
