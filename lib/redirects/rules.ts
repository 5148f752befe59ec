/** Redirects as rules: which addresses one is about, and where it leads. Pure. */

export const redirectStatuses = [301, 302, 308, 410] as const;
export type RedirectStatus = (typeof redirectStatuses)[number];

export type RedirectRule = {
  redirectId: number;
  /** An address, or with `/*` at its end everything below one. */
  fromPath: string;
  /** Null for 410. With `/*` at its end the rest of the address is kept. */
  toPath: string | null;
  status: RedirectStatus;
};

/** Longer chains than this are a mistake; verbs keep every chain at one step. */
const mostSteps = 10;
const wildcard = "/*";

/**
 * An address as redirects keep it: every part escaped the same way, lower case, no slash at the end, no query.
 * @param segments the parts between slashes, escaped or not
 */
export function pathOfSegments(segments: readonly string[]): string {
  const parts = segments.filter((segment) => segment !== "").map(canonicalSegment);
  return `/${parts.join("/")}`;
}

/** The same for a path as somebody types it. */
export function canonicalPath(path: string): string {
  return pathOfSegments(path.split("/"));
}

function canonicalSegment(segment: string): string {
  const plain = decoded(segment).toLowerCase();
  // A lone half of a surrogate pair can't be written in an address at all.
  return plain.isWellFormed() ? encodeURIComponent(plain) : "";
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export function isPrefixRule(fromPath: string): boolean {
  return fromPath.endsWith(wildcard);
}

/** What `from_path` may be for a rule that is about `path`: the address itself, then its ancestors, nearest first. */
export function candidatesFor(path: string): string[] {
  const parts = path.split("/").slice(1, -1);
  const ancestors = parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}${wildcard}`);
  return [path, ...ancestors.reverse()];
}

/** Whether a rule is about `path`. */
export function matches(fromPath: string, path: string): boolean {
  return candidatesFor(path).includes(fromPath);
}

/** Where a rule sends `path`; null for 410. */
export function targetOf(rule: Pick<RedirectRule, "fromPath" | "toPath">, path: string): string | null {
  if (rule.toPath === null || !rule.toPath.endsWith(wildcard)) return rule.toPath;
  const rest = isPrefixRule(rule.fromPath) ? path.slice(rule.fromPath.length - wildcard.length) : "";
  return rule.toPath.slice(0, -wildcard.length) + rest;
}

/** The path of a target without its query and fragment. */
export function pathOfTarget(target: string): string {
  return target.replace(/[?#].*$/s, "");
}

export type Chain = {
  /** Where it ends; null when nothing is there any more (410). */
  location: string | null;
  /** The rules that were followed, in order; empty when none is about the address. */
  rules: RedirectRule[];
  /** Every address on the way, the first and the last too. */
  paths: string[];
  /** True when the rules lead back to an address that was passed. */
  circular: boolean;
};

/**
 * Follows rules from an address to where no rule leads on. A circle ends before it closes.
 * @param find the rule that stands first among the candidates, or null
 */
export async function followRules(
  path: string,
  find: (candidates: string[]) => RedirectRule | null | Promise<RedirectRule | null>,
): Promise<Chain> {
  const chain: Chain = { location: path, rules: [], paths: [path], circular: false };
  for (let at = path; chain.rules.length < mostSteps;) {
    const rule = await find(candidatesFor(at));
    if (!rule) return chain;
    const location = targetOf(rule, at);
    const next = location === null ? null : pathOfTarget(location);
    if (next !== null && chain.paths.includes(next)) return { ...chain, circular: true };
    chain.rules.push(rule);
    chain.location = location;
    if (next === null) return chain;
    chain.paths.push(next);
    at = next;
  }
  return { ...chain, circular: true };
}
