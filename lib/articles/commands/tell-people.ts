import { actorUserId, type Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { deskArticlePath } from "@/lib/desk-urls";
import { queueMail } from "@/lib/mail/commands/queue-mail";
import { newsroomMail, type NewsroomEvent } from "@/lib/mail/newsroom-templates";
import { siteSettingsSchema } from "@/lib/settings/schema";
import { absoluteUrl } from "@/lib/urls";

/**
 * Mails accounts what happened to an article, if and only if the transaction commits. Nobody is told what they did
 * themselves, and accounts that are shut get nothing. Private to the verbs of this folder.
 */
export async function tellPeople(
  tx: Transaction,
  actor: Actor,
  event: NewsroomEvent,
  about: { articleId: number; headline: string; remark?: string; to: (number | null)[] },
): Promise<void> {
  const own = actorUserId(actor);
  const ids = about.to.filter((id): id is number => id !== null && id !== own);
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] }, disabledAt: null },
    select: { email: true },
    orderBy: { id: "asc" },
  });
  if (people.length === 0) return;
  const row = await tx.setting.findUnique({ where: { key: "site" }, select: { value: true } });
  const { name: siteName } = siteSettingsSchema.parse(row?.value ?? {});
  const by = await nameOf(tx, own, siteName);
  for (const { email } of people) {
    const { headline, remark = "", articleId } = about;
    const href = absoluteUrl(deskArticlePath(articleId));
    await queueMail(tx, newsroomMail(event, { to: email, siteName, by, headline, remark, href }));
  }
}

async function nameOf(tx: Transaction, userId: number | null, siteName: string): Promise<string> {
  const user = userId === null ? null : await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
  return user?.name ?? siteName;
}
