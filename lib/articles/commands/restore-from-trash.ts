import type { Actor } from "@/lib/auth/actor";
import type { ArticleIdInput, ArticleReference } from "../schema";
import { intoOrOutOfTrash } from "./change-trash";

/** Takes an article out of the trash, as it was. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function restoreFromTrash(actor: Actor, input: ArticleIdInput): Promise<ArticleReference> {
  return intoOrOutOfTrash(actor, input, "restoreFromTrash");
}
