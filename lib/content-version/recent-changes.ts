/** What the latest changes named, for whoever keeps something of the content and renews only what they touch. */
import { processWide } from "@/lib/process-wide";
import type { ContentChange } from "./types";

/** Changes that are remembered. */
const remembered = 50;

const recent = processWide("recent-changes", () => new Map<number, readonly string[]>());

/** A change that this process made or heard of. */
export function rememberChange({ version, paths }: ContentChange): void {
  recent.set(version, paths);
  const [longestAgo] = recent.keys();
  if (recent.size > remembered && longestAgo !== undefined) recent.delete(longestAgo);
}

/** Versions will say other changes: this is another database. */
export function forgetChanges(): void {
  recent.clear();
}

/** @returns what changed after the version `from` up to `to`; null when that is not known, or may be anything */
export function namedBetween(from: number, to: number): string[] | null {
  // A backup was brought back.
  if (to < from) return null;
  const named = new Set<string>();
  for (let version = from + 1; version <= to; version += 1) {
    const paths = recent.get(version);
    if (paths === undefined || paths.length === 0) return null;
    for (const path of paths) named.add(path);
  }
  return [...named];
}
