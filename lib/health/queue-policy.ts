/** What is said of work that waits: the job queue, whom it tells of changes, and what the CDN is to drop. Pure. */
import type { CdnFacts } from "@/lib/cdn/queries";
import { dateAndTime } from "@/lib/dates";
import type { HookFacts } from "@/lib/hooks/queries";
import type { HookTargetName } from "@/lib/hooks/target-names";
import type { JobFacts } from "@/lib/jobs/queries";
import { counted } from "./counted";
import type { HealthCheck } from "./types";

export function jobsCheck({ due, late, later, underWay, dead, lastDead }: JobFacts): HealthCheck {
  const waiting = `${counted(underWay, "job")} under way, ${counted(due, "job")} waiting, ${counted(later, "job")} for later.`;
  const base: Pick<HealthCheck, "id" | "label" | "items"> = { id: "jobs", label: "Background work", items: [] };
  if (late > 0) {
    const text = `${counted(late, "job")} should have begun minutes ago. ${waiting}`;
    return { ...base, state: "fail", text, advice: "No instance works on jobs. Look into the log, and restart one." };
  }
  if (dead > 0) {
    const why = lastDead ? ` The last one, “${lastDead.task}”: ${lastDead.error}` : "";
    const text = `${counted(dead, "job")} could not be done, after a day of tries.${why}`;
    return { ...base, state: "warn", text, advice: "They are kept for two weeks. The log says more." };
  }
  return { ...base, state: "ok", text: waiting, advice: null };
}

export type HookState = {
  /** Null when it is not set in the environment. */
  endpoint: string | null;
  /** False when the site's address is none that others can reach. */
  active: boolean;
  siteUrl: string;
  timeZone: string;
  facts: HookFacts;
};

export const hookLabels: Record<HookTargetName, string> = {
  websub: "Feed hub (WebSub)",
  indexnow: "Search engines (IndexNow)",
};

const words: Record<HookTargetName, { variable: string; off: string }> = {
  websub: {
    variable: "WEBSUB_HUB_URL",
    off: "Off. Feed readers find out by themselves, some minutes or hours later.",
  },
  indexnow: {
    variable: "INDEXNOW_KEY",
    off: "Off. Search engines find out by themselves, some hours or days later.",
  },
};

export function hookCheck(
  name: HookTargetName,
  { endpoint, active, siteUrl, timeZone, facts }: HookState,
): HealthCheck {
  const { variable, off } = words[name];
  const base: Pick<HealthCheck, "id" | "label" | "items"> = { id: name, label: hookLabels[name], items: [] };
  if (endpoint === null) return { ...base, state: "ok", text: `${off} ${variable} turns it on.`, advice: null };
  if (!active) {
    const text = `Set to ${endpoint}, but nothing is sent: ${siteUrl} is no address that others can reach.`;
    return { ...base, state: "warn", text, advice: `Set SITE_URL to the public https address, or unset ${variable}.` };
  }
  const at = (moment: Date): string => dateAndTime(moment, timeZone);
  const { waiting, failures, lastSuccessAt, lastErrorAt, lastError } = facts;
  const told = lastSuccessAt ? `Last told on ${at(lastSuccessAt)}.` : "Nothing was told yet.";
  const failed = lastErrorAt ? ` Last problem on ${at(lastErrorAt)}: ${lastError ?? ""}` : "";
  const text = `${endpoint}: ${told} ${counted(waiting, "address", "addresses")} waiting.${failed}`;
  const isTrouble = lastErrorAt !== null && (lastSuccessAt === null || lastErrorAt >= lastSuccessAt);
  if (failures > 0)
    return { ...base, state: "warn", text, advice: "It is tried again, less and less often, for three days." };
  if (isTrouble)
    return { ...base, state: "warn", text, advice: `It refused, and is not asked again. Check ${variable}.` };
  return { ...base, state: "ok", text, advice: null };
}

export type CdnState = {
  /** Null when none is set in the environment. */
  cdn: { name: string; endpoint: string } | null;
  /** Seconds. */
  maxAge: number;
  timeZone: string;
  facts: CdnFacts;
};

export function cdnCheck({ cdn, maxAge, timeZone, facts }: CdnState): HealthCheck {
  const base: Pick<HealthCheck, "id" | "label" | "items"> = { id: "cdn", label: "CDN in front", items: [] };
  if (!cdn) {
    const text = "Off. Shared caches ask again for every page. CDN turns it on.";
    return { ...base, state: "ok", text, advice: null };
  }
  const { waiting, failures, refused, lastSuccessAt, lastErrorAt, lastError } = facts;
  const at = (moment: Date): string => dateAndTime(moment, timeZone);
  const purged = lastSuccessAt ? `Last purged on ${at(lastSuccessAt)}.` : "Nothing was purged yet.";
  const failed = lastErrorAt ? ` Last problem on ${at(lastErrorAt)}: ${lastError ?? ""}` : "";
  const text = `${cdn.name}, ${cdn.endpoint}: ${purged} ${counted(waiting, "change")} waiting.${failed}`;
  if (failures === 0) return { ...base, state: "ok", text, advice: null };
  const effect = `Until then readers may get pages from it that are up to ${counted(maxAge, "second")} old.`;
  if (!refused) return { ...base, state: "warn", text, advice: `It is asked again, less and less often. ${effect}` };
  const cure = "Check CDN_PURGE_TOKEN and the other variables of the CDN, and restart.";
  return { ...base, state: "fail", text, advice: `${cure} ${effect}` };
}
