import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { homePath } from "@/lib/urls";
import { pinStoryInput, unpinStoryInput, type PinStoryInput, type UnpinStoryInput } from "./schema";
import type { HomeSlotName } from "./slots";

/** Longest time a story may be pinned, in days: a place that nobody looks after must fill itself again. */
const longestPinDays = 366;

/**
 * Keeps a story in a place of the home page until a moment. A story stands in one place only: pinned elsewhere, it
 * moves. It may be one that readers do not see yet: its place fills itself until then.
 * @throws AppError "forbidden", "invalid" (also a moment that is past or over a year away), "not-found"; "conflict" when
 *   somebody pinned there in between
 */
export function pinStory(actor: Actor, input: PinStoryInput): Promise<void> {
  authorise(actor, "home.curate");
  const { slot, articleId, until, expectedArticleId } = parseInput(pinStoryInput, input);
  refuseOddMoment(until);
  return transaction(async (tx) => {
    const before = await lockPins(tx, slot, expectedArticleId);
    await refuseTrashed(tx, articleId);
    const from = before.find((pin) => pin.articleId === articleId)?.slot ?? null;
    await tx.homeSlot.deleteMany({ where: { OR: [{ slot }, { articleId }] } });
    await tx.homeSlot.create({ data: { slot, articleId, until } });
    await recordAudit(tx, actor, {
      action: "home.pinned",
      subjectType: "home-slot",
      subjectId: slot,
      before: { articleId: before.find((pin) => pin.slot === slot)?.articleId ?? null, movedFrom: from },
      after: { articleId, until: until.toISOString() },
    });
    await bumpContentVersion(tx, { paths: [homePath] });
  });
}

/** Lets a place of the home page fill itself again. @throws AppError "forbidden", "invalid", "conflict" */
export function unpinStory(actor: Actor, input: UnpinStoryInput): Promise<void> {
  authorise(actor, "home.curate");
  const { slot, expectedArticleId } = parseInput(unpinStoryInput, input);
  return transaction(async (tx) => {
    await lockPins(tx, slot, expectedArticleId);
    await tx.homeSlot.delete({ where: { slot } });
    await recordAudit(tx, actor, {
      action: "home.unpinned",
      subjectType: "home-slot",
      subjectId: slot,
      before: { articleId: expectedArticleId },
    });
    await bumpContentVersion(tx, { paths: [homePath] });
  });
}

function refuseOddMoment(until: Date): void {
  const moment = now().getTime();
  if (until.getTime() <= moment) throw new InputError({ until: ["is in the past"] });
  if (until.getTime() > moment + longestPinDays * 86_400_000) throw new InputError({ until: ["is over a year away"] });
}

async function refuseTrashed(tx: Transaction, articleId: number): Promise<void> {
  const article = await tx.article.findUnique({ where: { id: articleId }, select: { trashedAt: true } });
  if (!article) throw new AppError("not-found", "There is no such article.");
  if (article.trashedAt) throw new InputError({ articleId: ["is in the trash"] });
}

/** All pins, one editor at a time: the table has a row a place, and places without a row can't be locked. */
async function lockPins(
  tx: Transaction,
  slot: HomeSlotName,
  expectedArticleId: number | null,
): Promise<{ slot: string; articleId: number }[]> {
  await tx.$executeRaw`LOCK TABLE home_slot IN SHARE ROW EXCLUSIVE MODE`;
  const pins = await tx.homeSlot.findMany({ select: { slot: true, articleId: true, until: true } });
  const pinned = pins.find((pin) => pin.slot === slot && pin.until > now())?.articleId ?? null;
  if (pinned !== expectedArticleId) {
    throw new AppError("conflict", "Somebody changed this place since you opened it. Reload to see it as it is now.");
  }
  return pins;
}
