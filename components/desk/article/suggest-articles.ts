import { askDesk } from "@/components/desk/article-panel/ask-desk";
import type { SuggestArticles } from "@/components/desk/editor/parts/link-suggestions";
import { deskLinkTargetsPath } from "@/lib/desk-urls";

type Target = { title: string; path: string };

/** Pages of this site that go with typed words, for links in a text. Nothing when the desk can't be reached. */
export const suggestArticles: SuggestArticles = async (query, signal) => {
  try {
    return (await askDesk<{ targets: Target[] }>(deskLinkTargetsPath(query), { signal })).targets;
  } catch {
    return [];
  }
};
