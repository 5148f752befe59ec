import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { siteSettingsSchema, type SiteSettings } from "./schema";

/** Replaces the site's settings; what is left out goes back to its default. @throws AppError "forbidden", "invalid" */
export function saveSiteSettings(actor: Actor, input: Partial<SiteSettings>): Promise<void> {
  authorise(actor, "site.configure");
  const value = parseInput(siteSettingsSchema, input);
  return transaction(async (tx) => {
    await tx.setting.upsert({ where: { key: "site" }, create: { key: "site", value }, update: { value } });
    await recordAudit(tx, actor, { action: "settings.saved", subjectType: "setting", subjectId: "site", after: value });
    await bumpContentVersion(tx);
  });
}
