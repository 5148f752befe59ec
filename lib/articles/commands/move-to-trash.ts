import type { Actor } from "@/lib/auth/actor";
import type { ArticleIdInput, ArticleReference } from "../schema";
import { intoOrOutOfTrash } from "./change-trash";

/**
 * Puts an article that readers do not see into the trash, where it stays for 30 days.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when readers see it, or will
 */
export function moveToTrash(actor: Actor, input: ArticleIdInput): Promise<ArticleReference> {
  return intoOrOutOfTrash(actor, input, "moveToTrash");
}
