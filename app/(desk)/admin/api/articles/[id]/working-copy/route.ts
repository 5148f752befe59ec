import { autosaveArticle } from "@/lib/articles/commands/autosave-article";
import type { AutosaveArticleInput } from "@/lib/articles/schema";
import { workingCopyBytes } from "@/lib/web/body-limits";
import { deskRoute } from "@/lib/web/desk-route";
import { readJson } from "@/lib/web/read-json";

/** Saves what changed while somebody writes. A conflict is an answer (200), not an error: it brings what is needed to merge. */
export const PUT = deskRoute<{ id: string }>(async (user, request, { id }) => {
  const given = await readJson(request, workingCopyBytes);
  return autosaveArticle(user, { ...given, articleId: Number(id) } as AutosaveArticleInput);
});
