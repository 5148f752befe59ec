import path from "node:path";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { parseInput } from "@/lib/input";
import { openStorage } from "@/lib/storage/open-storage";
import { processImage, type ProcessedImage } from "./process-image";
import { imageContentTypes, mediaKey, variantKey } from "./variant-keys";
import { createHash } from "node:crypto";

export const uploadInput = z.object({
  bytes: z.instanceof(Buffer),
  originalName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .transform((name) => path.basename(name.replaceAll("\\", "/"))),
  alt: z.string().trim().max(500).default(""),
  decorative: z.boolean().default(false),
  credit: z.string().trim().max(200).nullable().default(null),
});
export type UploadInput = z.input<typeof uploadInput>;

/**
 * Takes a picture in: decodes it, stores its variants, and gives it an id. The same bytes a second time are the same
 * picture: nothing is stored again.
 * @throws MediaError for what is no acceptable picture; AppError "forbidden", "invalid"
 */
export async function uploadMedia(actor: Actor, input: UploadInput): Promise<{ id: number; isNew: boolean }> {
  authorise(actor, "media.upload");
  const { bytes, ...details } = parseInput(uploadInput, input);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await database().media.findUnique({ where: { sha256 }, select: { id: true } });
  if (known) return { id: known.id, isNew: false };
  const image = await processImage(bytes);
  const key = mediaKey(image.sha256);
  // Files first: a row without files would show readers a broken picture, files without a row harm nobody.
  await storeVariants(key, image);
  const { width, height, widths, placeholder } = image;
  return transaction(async (tx) => {
    const data = { sha256, key, width, height, widths, placeholder, bytes: image.bytes, createdAt: now(), ...details };
    // Two uploads of the same file at the same time: the second finds the row of the first.
    const { id } = await tx.media.upsert({ where: { sha256 }, create: data, update: {}, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "media.uploaded",
      subjectType: "media",
      subjectId: id,
      after: { originalName: details.originalName, sha256 },
    });
    return { id, isNew: true };
  });
}

async function storeVariants(key: string, image: ProcessedImage): Promise<void> {
  const storage = openStorage(env().STORAGE_URL);
  for (const { width, format, body } of image.variants) {
    await storage.put(variantKey(key, width, format), body, imageContentTypes[format]);
  }
}
