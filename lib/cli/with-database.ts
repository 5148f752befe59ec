import { migrate, openDatabase } from "@/lib/boot/database";
import { disconnect } from "@/lib/db/client";

/**
 * Runs a command's work with a migrated database open, and leaves as it found it: an embedded database that was not
 * running is stopped again, one that belongs to a running site is left alone.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    await migrate();
    return await work();
  } finally {
    await disconnect();
    if (database?.owned) await database.stop();
  }
}
