/** The checklist in the order in which somebody works it off. Pure. */
import { fieldWords } from "@/components/desk/revisions/field-words";
import type { CheckItem } from "@/lib/articles/checklist/types";

export type ChecklistGroup = { name: string; items: CheckItem[] };

/** What blocks, then advice by what it is about: language first, since words can hurt. */
export function groupItems(items: readonly CheckItem[]): { blocking: CheckItem[]; advice: ChecklistGroup[] } {
  const groups = new Map<string, CheckItem[]>(groupNames.map((name) => [name, []]));
  for (const item of items) if (item.level === "advisory") groups.get(groupOf(item))?.push(item);
  return {
    blocking: items.filter(({ level }) => level === "blocking"),
    advice: [...groups].flatMap(([name, found]) => (found.length > 0 ? [{ name, items: found }] : [])),
  };
}

const groupNames = ["Safety and language", "Evidence", "Links", "Readability", "Finding it"] as const;
type GroupName = (typeof groupNames)[number];

const groupOfRule: Readonly<Record<string, GroupName>> = {
  "crisis-help": "Safety and language",
  "crisis-help-early": "Safety and language",
  "crisis-help-late": "Safety and language",
  "content-note": "Safety and language",
  "unmarked-health-claim": "Evidence",
  "unused-reference": "Evidence",
  "no-review-date": "Evidence",
  "dead-link": "Links",
  "no-internal-links": "Links",
  "reading-grade": "Readability",
  "long-paragraph": "Readability",
};

function groupOf({ rule }: CheckItem): GroupName {
  return rule.startsWith("language.") ? "Safety and language" : (groupOfRule[rule] ?? "Finding it");
}

/** Where to look, in words: the passage in the text, or the field. */
export function placeWords({ field, where }: CheckItem): string {
  if (!where) return field === "body" ? "Text" : fieldWords[field];
  return where.quote === "" ? `Block ${String(where.block + 1)} of the text` : `“${where.quote}”`;
}

/** For example "2 things stand in the way of publishing, 3 could be better." */
export function summary(items: readonly CheckItem[]): string {
  const blocking = items.filter(({ level }) => level === "blocking").length;
  const advice = items.length - blocking;
  const better = advice === 0 ? "" : `${String(advice)} ${advice === 1 ? "thing" : "things"} could be better.`;
  if (blocking === 0) return advice === 0 ? "Nothing to do." : `Ready to publish. ${better}`;
  const things = blocking === 1 ? "1 thing stands" : `${String(blocking)} things stand`;
  return `${things} in the way of publishing. ${better}`.trim();
}
