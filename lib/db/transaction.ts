import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { database, type Transaction } from "./client";
import { translateDatabaseError } from "./database-faults";

/** How long a verb may hold its transaction, in milliseconds. */
const transactionTimeout = 30_000;

const afterwards = processWide("after-commit", () => new WeakMap<Transaction, (() => void)[]>());

/**
 * Runs `work` in one transaction: everything it writes is kept, or nothing.
 * @throws whatever `work` throws; AppError "unavailable" when the database can't be reached, takes too long or is full
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  let committed: (() => void)[] = [];
  const result = await database()
    .$transaction(
      async (tx) => {
        const value = await work(tx);
        committed = afterwards.get(tx) ?? [];
        return value;
      },
      { timeout: transactionTimeout, maxWait: 5_000 },
    )
    .catch((error: unknown) => {
      throw translateDatabaseError(error);
    });
  for (const tell of committed) runSafely(tell);
  return result;
}

/**
 * Runs `work` when the transaction has committed, before transaction() resolves: whoever awaits a verb may rely on it.
 * Never when it is rolled back. What it throws is logged; the change stands.
 */
export function afterCommit(tx: Transaction, work: () => void): void {
  const list = afterwards.get(tx);
  if (list) list.push(work);
  else afterwards.set(tx, [work]);
}

function runSafely(work: () => void): void {
  try {
    work();
  } catch (error) {
    log().error({ err: error }, "what was to follow a commit failed");
  }
}
