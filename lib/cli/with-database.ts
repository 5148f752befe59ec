import { migrate, openDatabase } from "@/lib/boot/database";
import { disconnect } from "@/lib/db/client";

/**
 * Runs a command's work with a migrated database open (and the names of the migrations that were missing in hands), and leaves as it found it: an embedded database that was not
 * running is stopped again, one that belongs to a running site is left alone.
 */
export async function withDatabase<T>(work: (migrations: string[]) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(await migrate());
  } finally {
    await disconnect();
    if (database?.owned) await database.stop();
  }
}
