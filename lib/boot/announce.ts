import { deskPath } from "@/lib/desk-urls";
import { env } from "@/lib/env";

/**
 * Prints where the site and its desk are.
 * @param firstLink makes the first administrator; null when there is an account
 */
export function announce(firstLink: string | null): void {
  const site = env().SITE_URL;
  const lines = ["Mental Health Network is ready", "", `Site  ${site}`, `Desk  ${site}${deskPath}`];
  if (firstLink) lines.push("", "Nobody has an account yet. This link makes the first administrator, once:", firstLink);
  process.stdout.write(`\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n\n`);
}
