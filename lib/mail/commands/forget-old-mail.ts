import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";

/** Days for which the outbox tells what became of a mail. */
const keptDays = 30;

/** Deletes mail that is done and old; what still waits is never touched. @returns how many */
export async function forgetOldMail(): Promise<number> {
  const rows = await sql("DELETE FROM outgoing_mail WHERE state <> 'queued' AND created_at < $1 RETURNING id", [
    new Date(now().getTime() - keptDays * 86_400_000),
  ]);
  return rows.length;
}
