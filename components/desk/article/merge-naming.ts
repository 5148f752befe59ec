import type { MergeNaming } from "@/components/desk/autosave/merge-words";
import type { ArticleEditorProps } from "./editor-props";

const byId = (entries: readonly { id: number; name: string }[]): Record<number, string> =>
  Object.fromEntries(entries.map(({ id, name }) => [id, name]));

/** How the merge dialog calls what working copies name by number. */
export function mergeNaming({ choices, cover, site }: ArticleEditorProps): MergeNaming {
  const media = cover ? { [cover.id]: cover.originalName } : {};
  const names = { categories: byId(choices.categories), tags: byId(choices.tags), people: byId(choices.people), media };
  return { names, timeZone: site.timeZone };
}
