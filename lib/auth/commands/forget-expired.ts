import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { sessionDays } from "../policy";
import { forgetFullBuckets } from "./rate-limit";

/** Days for which a link that is used or has ended is kept: the list of invitations shows it for a while. */
const endedLinkDays = 30;

/** Deletes what can open nothing any more: ended sessions, old links, full buckets. Any instance, at any time. */
export async function forgetExpired(): Promise<void> {
  const before = (days: number): Date => new Date(now().getTime() - days * 86_400_000);
  await sql("DELETE FROM user_session WHERE created_at <= $1 OR last_seen_at <= $2", [
    before(sessionDays.total),
    before(sessionDays.unused),
  ]);
  await sql("DELETE FROM one_time_link WHERE expires_at < $1", [before(endedLinkDays)]);
  await forgetFullBuckets();
}
