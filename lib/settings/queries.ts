import { sql } from "@/lib/db/pool";
import { siteSettingsSchema, type SiteSettings } from "./schema";

/** The site's settings, with defaults for what nobody has set. */
export async function getSiteSettings(): Promise<SiteSettings> {
  const [row] = await sql<{ value: unknown }>("SELECT value FROM setting WHERE key = 'site'");
  return siteSettingsSchema.parse(row?.value ?? {});
}
