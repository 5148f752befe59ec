import type { Transaction } from "@/lib/db/client";
import { siteSettingsSchema } from "@/lib/settings/schema";
import { securityMail, type SecurityChange } from "../templates";
import { queueMail } from "./queue-mail";

/** Tells the owner of an account, in the transaction of the change, how its protection changed. */
export async function queueSecurityMail(tx: Transaction, change: SecurityChange, to: string): Promise<void> {
  // Read in the transaction: asking the pool for a second connection could wait for the one that is held here.
  const setting = await tx.setting.findUnique({ where: { key: "site" }, select: { value: true } });
  const { name, contactEmail } = siteSettingsSchema.parse(setting?.value ?? {});
  await queueMail(tx, securityMail(change, { to, siteName: name, contactEmail }));
}
