import { database, type Transaction } from "./client";
import { translateDatabaseError } from "./pool";

/** How long a verb may hold its transaction, in milliseconds. */
const transactionTimeout = 30_000;

/**
 * Runs `work` in one transaction: everything it writes is kept, or nothing.
 * @throws whatever `work` throws; AppError "unavailable" when the database can't be reached
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, { timeout: transactionTimeout, maxWait: 5_000 });
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
