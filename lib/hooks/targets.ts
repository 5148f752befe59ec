/** Whom this magazine tells of its changes, by its environment. */
import { env } from "@/lib/env";
import { mayTell } from "./policy";
import type { HookTargetName } from "./target-names";

export type HookTarget = { name: HookTargetName; endpoint: string };

/** Set in the environment, whether or not the magazine's address lets it speak. */
export function configuredTargets(): HookTarget[] {
  const { WEBSUB_HUB_URL, INDEXNOW_KEY, INDEXNOW_URL } = env();
  const targets: HookTarget[] = [];
  if (WEBSUB_HUB_URL) targets.push({ name: "websub", endpoint: WEBSUB_HUB_URL });
  if (INDEXNOW_KEY) targets.push({ name: "indexnow", endpoint: INDEXNOW_URL });
  return targets;
}

/** Those that are told; nobody is told of a copy for trying things out. */
export function activeTargets(): HookTarget[] {
  if (env().STAGING) return [];
  return configuredTargets().filter(({ endpoint }) => mayTell(env().SITE_URL, endpoint));
}
