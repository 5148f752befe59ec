/** What a CDN needs to be set in the environment. Pure; the variables themselves are in lib/env.ts. */

export const cdnKinds = ["none", "http", "cloudflare", "fastly"] as const;
export type CdnKind = (typeof cdnKinds)[number];

type CdnVariables = {
  CDN?: CdnKind | undefined;
  CDN_PURGE_URL?: string | undefined;
  CDN_PURGE_TOKEN?: string | undefined;
  CDN_ZONE?: string | undefined;
  CDN_SERVICE?: string | undefined;
};
type Name = Exclude<keyof CdnVariables, "CDN">;

const needed: Record<CdnKind, readonly Name[]> = {
  none: [],
  http: ["CDN_PURGE_URL", "CDN_PURGE_TOKEN"],
  cloudflare: ["CDN_ZONE", "CDN_PURGE_TOKEN"],
  fastly: ["CDN_SERVICE", "CDN_PURGE_TOKEN"],
};
const all: readonly Name[] = ["CDN_PURGE_URL", "CDN_PURGE_TOKEN", "CDN_ZONE", "CDN_SERVICE"];

/** What is missing, without a word of any value: half of a CDN would keep pages that nobody takes away. */
export function cdnProblems(variables: CdnVariables): { name: Name; problem: string }[] {
  const { CDN: kind } = variables;
  if (kind === undefined) {
    const lonely = all.filter((name) => variables[name] !== undefined);
    return lonely.map((name) => ({ name, problem: "needs CDN beside it (http, cloudflare or fastly; none for off)" }));
  }
  const missing = needed[kind].filter((name) => variables[name] === undefined);
  return missing.map((name) => ({ name, problem: `is needed for CDN=${kind}` }));
}
