import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import type { HelplineRecord, HelplineView } from "./types";

type HelplineRow = Omit<HelplineView, "sms"> & { sms_to: string | null; sms_keyword: string | null };

/** All help lines in the order editors gave them. */
export async function listHelplines(): Promise<HelplineView[]> {
  const rows = await sql<HelplineRow>(
    "SELECT id, region, country, name, phone, sms_to, sms_keyword, url, hours, note FROM helpline ORDER BY position, id",
  );
  return rows.map(({ sms_to: to, sms_keyword: keyword, ...line }) => ({ ...line, sms: to ? { to, keyword } : null }));
}

/** All help lines with what only the desk knows: kind, audience, source, when it was checked. @throws AppError "forbidden" */
export async function listHelplineRecords(actor: Actor): Promise<HelplineRecord[]> {
  authorise(actor, "site.configure");
  return sql<HelplineRecord>(
    `SELECT id, region, country, name, kind, phone, sms_to AS "smsTo", sms_keyword AS "smsKeyword", url, hours, note,
       audience, source_url AS "sourceUrl", as_of AS "asOf", version
     FROM helpline ORDER BY position, id`,
  );
}
