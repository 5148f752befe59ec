/** All rules together. Pure: what needs the database or the network is handed in. */
import type { WorkingCopy } from "../schema";
import { blockingProblems } from "./blocking";
import { passagesOf } from "./passages";
import { crisisFindings } from "./rules/crisis";
import { deadLinkFindings, type DeadLink } from "./rules/dead-links";
import { healthClaimFindings } from "./rules/health-claims";
import { languageFindings } from "./rules/language";
import { presentationFindings } from "./rules/presentation";
import { readabilityFindings, readingGrade } from "./rules/readability";
import type { CheckItem, Checklist, Finding } from "./types";

export type ChecklistContext = {
  /** Absolute address of the site, without a slash at its end. */
  siteUrl: string;
  deadLinks: readonly DeadLink[];
  /** Crops that the cover has (MediaView.crops); null or left out where nobody knows. */
  coverCrops?: readonly string[] | null;
};

export function checklistOf(copy: WorkingCopy, context: ChecklistContext): Checklist {
  const passages = passagesOf(copy);
  const blocks = copy.body.content;
  const blocking = blockingProblems(copy).map(({ id, ...problem }) => ({ rule: id, ...problem }));
  const advisory = [
    ...crisisFindings(copy, passages),
    ...languageFindings(passages),
    ...healthClaimFindings(copy, passages),
    ...deadLinkFindings(copy.body, context.deadLinks),
    ...readabilityFindings(blocks),
    ...presentationFindings(copy, context),
  ];
  return {
    items: [...numbered(blocking, "blocking"), ...numbered(advisory, "advisory")],
    readingGrade: readingGrade(blocks),
  };
}

/** An id holds on to words, not to places: it stays the same while the text around it grows. */
function numbered(findings: readonly (Finding & { rule: string })[], level: CheckItem["level"]): CheckItem[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, field, message, where = null, suggestion = null, source = null }) => {
    const name = `${rule}:${field}:${where?.quote ?? ""}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { id: `${name}:${String(count)}`, rule, level, field, where, message, suggestion, source };
  });
}
