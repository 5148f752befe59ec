/** What became of an address that no page answers any more. */
import { findRedirect, findWithdrawal, type WithdrawalView } from "@/lib/redirects/queries";
import { canonicalPath } from "@/lib/redirects/rules";

export type Aftermath =
  | { kind: "moved"; redirectId: number; status: 301 | 302 | 308; location: string }
  /** Answered with 410; the headline of what was there, when that is known. */
  | { kind: "gone"; headline: string | null }
  | { kind: "withdrawn"; notice: WithdrawalView }
  | { kind: "nothing" };

/**
 * Looks for a redirect, then for a notice of a withdrawal.
 * @param url path and query of the request
 */
export async function whatBecameOf(url: string): Promise<Aftermath> {
  const [rawPath = "/", query] = url.split(/\?(.*)/s);
  const path = canonicalPath(rawPath);
  const redirect = await findRedirect(path);
  if (redirect) {
    const { redirectId, location, status } = redirect;
    if (location === null || status === 410) return { kind: "gone", headline: null };
    // What somebody added to the old address (where they came from) goes along.
    const target = query && !/[?#]/.test(location) ? `${location}?${query}` : location;
    return { kind: "moved", redirectId, status, location: target };
  }
  const notice = await findWithdrawal(path);
  if (!notice) return { kind: "nothing" };
  return notice.gone ? { kind: "gone", headline: notice.headline } : { kind: "withdrawn", notice };
}
