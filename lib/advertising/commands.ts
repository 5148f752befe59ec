import type { z } from "zod";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { InputError, parseInput } from "@/lib/input";
import { cleanAdvertisementHtml } from "./html";
import {
  advertisementInput,
  deleteAdvertisementInput,
  switchAdvertisementInput,
  updateAdvertisementInput,
  type AdvertisementInput,
  type DeleteAdvertisementInput,
  type SwitchAdvertisementInput,
  type UpdateAdvertisementInput,
} from "./schema";

/**
 * Adds an advertisement. HTML is cleaned; what the sanitiser leaves is what is kept.
 * @returns its id
 * @throws AppError "forbidden", "invalid" (also when nothing is left of the HTML, or the picture is gone)
 */
export function createAdvertisement(actor: Actor, input: AdvertisementInput): Promise<number> {
  authorise(actor, "advertising.edit");
  const data = columnsOf(parseInput(advertisementInput, input));
  return transaction(async (tx) => {
    await refuseMissingPicture(tx, data.mediaId);
    const { id } = await tx.advertisement.create({ data, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "advertisement.created",
      subjectType: "advertisement",
      subjectId: id,
      after: auditable(data),
    });
    await bumpContentVersion(tx);
    return id;
  });
}

/**
 * Changes an advertisement.
 * @returns its new version
 * @throws AppError "forbidden", "invalid", "not-found", "conflict"
 */
export function updateAdvertisement(actor: Actor, input: UpdateAdvertisementInput): Promise<number> {
  authorise(actor, "advertising.edit");
  const { id, expectedVersion, advertisement } = parseInput(updateAdvertisementInput, input);
  const data = columnsOf(advertisement);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "advertisement", id, expectedVersion);
    await refuseMissingPicture(tx, data.mediaId);
    const before = await tx.advertisement.findUniqueOrThrow({ where: { id } });
    await tx.advertisement.update({ where: { id }, data });
    await recordAudit(tx, actor, {
      action: "advertisement.saved",
      subjectType: "advertisement",
      subjectId: id,
      before: auditable(before),
      after: auditable(data),
    });
    await bumpContentVersion(tx);
    return version;
  });
}

/** The off switch. @returns the new version @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function switchAdvertisement(actor: Actor, input: SwitchAdvertisementInput): Promise<number> {
  authorise(actor, "advertising.edit");
  const { id, expectedVersion, enabled } = parseInput(switchAdvertisementInput, input);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "advertisement", id, expectedVersion);
    await tx.advertisement.update({ where: { id }, data: { enabled } });
    await recordAudit(tx, actor, {
      action: enabled ? "advertisement.switched-on" : "advertisement.switched-off",
      subjectType: "advertisement",
      subjectId: id,
      after: { enabled },
    });
    await bumpContentVersion(tx);
    return version;
  });
}

/** Removes an advertisement; its picture stays in the library. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function deleteAdvertisement(actor: Actor, input: DeleteAdvertisementInput): Promise<void> {
  authorise(actor, "advertising.edit");
  const { id, expectedVersion } = parseInput(deleteAdvertisementInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "advertisement", id, expectedVersion);
    const before = await tx.advertisement.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "advertisement.deleted",
      subjectType: "advertisement",
      subjectId: id,
      before: auditable(before),
    });
    await bumpContentVersion(tx);
  });
}

function columnsOf({ content, ...rest }: z.output<typeof advertisementInput>) {
  if (content.kind === "image") {
    const { mediaId, alt, href } = content;
    return { ...rest, mediaId, alt, href, html: null };
  }
  const html = cleanAdvertisementHtml(content.html);
  if (html === "") throw new InputError({ "content.html": ["has nothing that an advertisement may show"] });
  return { ...rest, mediaId: null, alt: "", href: null, html };
}

async function refuseMissingPicture(tx: Transaction, mediaId: number | null): Promise<void> {
  if (mediaId === null) return;
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM media WHERE id = ${mediaId} FOR KEY SHARE`;
  if (rows.length === 0) throw new InputError({ "content.mediaId": ["is a picture that is no longer there"] });
}

/** Dates as ISO strings, for the log. */
function auditable<Columns extends { startsAt: Date | null; endsAt: Date | null }>(columns: Columns) {
  const { startsAt, endsAt, ...rest } = columns;
  return { ...rest, startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null };
}
