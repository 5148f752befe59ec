import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { absoluteUrl, previewPath } from "@/lib/urls";
import { previewDays, previewExpiry, signPreview } from "../preview-link";

const sharePreviewInput = z.object({
  articleId: z.number().int().positive(),
  days: z.number().refine((days) => previewDays.some((offered) => offered === days), "is not offered"),
});

/**
 * A link that shows the working copy to whoever holds it, without an account. Nothing is stored: the link carries its
 * own end, signed.
 * @returns an absolute address, and when it is over
 * @throws AppError "forbidden", "not-found", "invalid"
 */
export async function sharePreview(
  actor: Actor,
  input: z.input<typeof sharePreviewInput>,
): Promise<{ url: string; expires: Date }> {
  authorise(actor, "article.read");
  const { articleId, days } = parseInput(sharePreviewInput, input);
  const found = await database().article.count({ where: { id: articleId, trashedAt: null } });
  if (found === 0) throw new AppError("not-found", "There is no such article.");
  const expires = previewExpiry(now(), days);
  return { url: absoluteUrl(previewPath(signPreview(articleId, expires))), expires };
}
