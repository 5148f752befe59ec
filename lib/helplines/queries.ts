import { sql } from "@/lib/db/pool";
import type { HelplineView } from "./types";

type HelplineRow = Omit<HelplineView, "sms"> & { sms_to: string | null; sms_keyword: string | null };

/** All help lines in the order editors gave them. */
export async function listHelplines(): Promise<HelplineView[]> {
  const rows = await sql<HelplineRow>(
    "SELECT id, region, country, name, phone, sms_to, sms_keyword, url, hours, note FROM helpline ORDER BY position, id",
  );
  return rows.map(({ sms_to: to, sms_keyword: keyword, ...line }) => ({ ...line, sms: to ? { to, keyword } : null }));
}
