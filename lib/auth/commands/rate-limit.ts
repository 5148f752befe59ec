import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { sha256 } from "../one-time-token";
import {
  limits,
  refilled,
  secondsUntilFull,
  secondsUntilToken,
  waitInWords,
  type Bucket,
  type LimitKind,
} from "../rate-limit";

/** One counter: what is limited, and for whom. `subject` is kept as a hash only. */
export type Counter = { kind: LimitKind; subject: string };

export type Taken = { allowed: true } | { allowed: false; retryAfter: number };

/**
 * Takes one token of every counter before the attempt is made, so that attempts at the same moment can't pass together,
 * on this instance or another. When one is empty none is taken.
 * @param counters always from the wider to the narrower kind: two callers then never wait for each other in a circle
 * @returns `retryAfter` in whole seconds
 */
export function takeTokens(counters: Counter[]): Promise<Taken> {
  const moment = now();
  return transaction(async (tx) => {
    const buckets: { counter: Counter; bucket: Bucket }[] = [];
    for (const counter of counters) {
      const bucket = refilled(await lockBucket(tx, counter, moment), limits[counter.kind], moment);
      buckets.push({ counter, bucket });
    }
    const waits = buckets.map(({ counter, bucket }) => secondsUntilToken(bucket, limits[counter.kind]));
    const retryAfter = Math.max(...waits);
    if (retryAfter > 0) return { allowed: false, retryAfter };
    for (const { counter, bucket } of buckets) await writeBucket(tx, counter, { ...bucket, tokens: bucket.tokens - 1 });
    return { allowed: true };
  });
}

/** Counts an attempt before it is made, as takeTokens(). @throws AppError "rate-limited" that says how long to wait */
export async function takeAttempt(counters: Counter[]): Promise<void> {
  const taken = await takeTokens(counters);
  if (taken.allowed) return;
  throw new AppError("rate-limited", `That was tried too often. Try again ${waitInWords(taken.retryAfter)}.`);
}

/** Gives one token back: the attempt was no guess. */
export async function returnTokens(tx: Transaction, counters: Counter[]): Promise<void> {
  for (const { kind, subject } of counters) {
    await tx.$executeRaw`UPDATE rate_limit SET tokens = least(tokens + 1, ${limits[kind].burst})
      WHERE kind = ${kind} AND subject = ${sha256(subject)}`;
  }
}

/** Forgets all attempts: the owner has shown who they are. */
export async function resetCounters(tx: Transaction, counters: Counter[]): Promise<void> {
  for (const { kind, subject } of counters) {
    await tx.rateLimit.deleteMany({ where: { kind, subject: sha256(subject) } });
  }
}

/** Deletes buckets that are full again, which is what no row means. @returns how many */
export async function forgetFullBuckets(): Promise<number> {
  let forgotten = 0;
  for (const kind of Object.keys(limits) as LimitKind[]) {
    const fullSince = new Date(now().getTime() - secondsUntilFull(limits[kind]) * 1000);
    const rows = await sql("DELETE FROM rate_limit WHERE kind = $1 AND refilled_at < $2 RETURNING 1 AS gone", [
      kind,
      fullSince,
    ]);
    forgotten += rows.length;
  }
  return forgotten;
}

/** Reads a bucket, full when there was none, and keeps others from it until the transaction ends. */
async function lockBucket(tx: Transaction, { kind, subject }: Counter, moment: Date): Promise<Bucket> {
  const [row] = await tx.$queryRaw<{ tokens: number; refilled_at: Date }[]>`
    INSERT INTO rate_limit (kind, subject, tokens, refilled_at)
    VALUES (${kind}, ${sha256(subject)}, ${limits[kind].burst}, ${moment})
    ON CONFLICT (kind, subject) DO UPDATE SET tokens = rate_limit.tokens
    RETURNING tokens, refilled_at`;
  return row ? { tokens: row.tokens, refilledAt: row.refilled_at } : { tokens: limits[kind].burst, refilledAt: moment };
}

async function writeBucket(tx: Transaction, { kind, subject }: Counter, bucket: Bucket): Promise<void> {
  await tx.rateLimit.update({
    where: { kind_subject: { kind, subject: sha256(subject) } },
    data: bucket,
    select: { kind: true },
  });
}
