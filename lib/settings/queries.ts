import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { siteSettingsSchema, type SiteSettings } from "./schema";

/** The site's settings, with defaults for what nobody has set. */
export async function getSiteSettings(): Promise<SiteSettings> {
  const [row] = await sql<{ value: unknown }>("SELECT value FROM setting WHERE key = 'site'");
  return siteSettingsSchema.parse(row?.value ?? {});
}

/** The settings for their form, with the version a save has to name. @throws AppError "forbidden" */
export async function getSiteSettingsForm(actor: Actor): Promise<{ version: number; settings: SiteSettings }> {
  authorise(actor, "site.configure");
  const [row] = await sql<{ value: unknown; version: number }>("SELECT value, version FROM setting WHERE key = 'site'");
  return { version: row?.version ?? 0, settings: siteSettingsSchema.parse(row?.value ?? {}) };
}
