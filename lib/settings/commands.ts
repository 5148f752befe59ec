import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { saveSiteSettingsInput, siteSettingsSchema, type SaveSiteSettingsInput } from "./schema";

/**
 * Replaces the site's settings; what is left out goes back to its default.
 * @returns the new version
 * @throws AppError "forbidden", "invalid"; "conflict" when somebody saved since `expectedVersion`
 */
export function saveSiteSettings(actor: Actor, input: SaveSiteSettingsInput): Promise<number> {
  authorise(actor, "site.configure");
  const { expectedVersion, settings } = parseInput(saveSiteSettingsInput, input);
  return transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO setting (key, value, version) VALUES ('site', '{}', 0) ON CONFLICT DO NOTHING`;
    const version = await takeVersion(tx, "setting", "site", expectedVersion);
    const { value } = await tx.setting.findUniqueOrThrow({ where: { key: "site" }, select: { value: true } });
    const before = siteSettingsSchema.parse(value);
    await tx.setting.update({ where: { key: "site" }, data: { value: settings } });
    await recordAudit(tx, actor, {
      action: "settings.saved",
      subjectType: "setting",
      subjectId: "site",
      before,
      after: settings,
    });
    // The name stands on every card.
    await bumpContentVersion(tx, { paths: [], ...(before.name !== settings.name && { cards: "all" }) });
    return version;
  });
}
