import type { Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { enqueueJob } from "@/lib/jobs/commands";
import { configuredCdn } from "../configured";
import { cdnPace } from "../pace";
import { purgeJob } from "../purge-job";
import { touchedTags } from "../tags";

/**
 * Has the CDN in front, if there is one, drop what `paths` name, when and if the transaction commits: at once, and once more a
 * little later. No change waits for another here, since each leaves rows of its own.
 * @param paths as in ContentChange; none means everything
 */
export async function queuePurge(tx: Transaction, paths: readonly string[]): Promise<void> {
  if (!configuredCdn()) return;
  await notePurge(tx, paths);
  // Also in place of a round that waits for a later moment: it looks at everything, and plans the next one.
  await enqueueJob(tx, purgeJob());
}

/** Notes it for the next rounds, and asks for none. */
export async function notePurge(tx: Transaction, paths: readonly string[]): Promise<void> {
  const { again } = cdnPace();
  await tx.$executeRaw`
    INSERT INTO cdn_purge (tags, due_at)
    SELECT ${touchedTags(paths)}::text[], clock_timestamp() + delay * interval '1 millisecond'
    FROM unnest(ARRAY[0, ${again}]::float8[]) AS delay`;
}

/**
 * At the start of an instance: a round looks at what passed while nobody ran. Whatever was refused is tried again, since the
 * environment may have been put right; without a CDN it is forgotten.
 */
export async function prepareCdn(): Promise<void> {
  if (!configuredCdn()) {
    await sql("DELETE FROM cdn_purge");
    return;
  }
  await sql("UPDATE cdn_state SET not_before = NULL WHERE refused");
  await transaction((tx) => enqueueJob(tx, purgeJob()));
}
