import { autosaveArticle } from "@/lib/articles/commands/autosave-article";
import type { AutosaveArticleInput } from "@/lib/articles/schema";
import { deskRoute } from "@/lib/web/desk-route";
import { readJson } from "@/lib/web/read-json";

/** Bytes. A text of 20,000 words with all its marks has some 400,000. */
const largestCopy = 5 * 1024 * 1024;

/** Saves what changed while somebody writes. A conflict is an answer (200), not an error: it brings what is needed to merge. */
export const PUT = deskRoute<{ id: string }>(async (user, request, { id }) => {
  const given = await readJson(request, largestCopy);
  return autosaveArticle(user, { ...given, articleId: Number(id) } as AutosaveArticleInput);
});
