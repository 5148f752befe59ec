import { sql } from "@/lib/db/pool";

/** Which content readers see at a moment. Two moments with the same version and boundary show them the same. */
export type ContentState = {
  version: number;
  /** Last moment at which time alone changed something: a publication became visible or ended. The epoch when none did. */
  boundary: Date;
  /** Last moment at which anything changed, by a write or by time; never later than the moment asked about. */
  changedAt: Date;
};

/**
 * What readers see at `moment`, as validators of an answer need it (ETag, Last-Modified). Ask for it before the content
 * itself: then an answer is never older than what it says.
 */
export async function readContentState(moment: Date): Promise<ContentState> {
  const [row] = await sql<{ version: number; changed_at: Date; boundary: Date | null }>(
    `SELECT version, changed_at, greatest(
       (SELECT max(visible_from) FROM publication WHERE visible_from <= $1),
       (SELECT max(visible_until) FROM publication WHERE visible_until <= $1)) AS boundary
     FROM content_version`,
    [moment],
  );
  const boundary = row?.boundary ?? new Date(0);
  const changed = Math.max(boundary.getTime(), row?.changed_at.getTime() ?? 0);
  // Another instance's clock may be a little ahead (RFC 9110, 8.8.2.1: never in the future).
  return { version: row?.version ?? 0, boundary, changedAt: new Date(Math.min(changed, moment.getTime())) };
}
