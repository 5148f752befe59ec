import { deskPath, deskSignInPath, deskSignOutPath } from "@/lib/desk-urls";

/** Only there to resolve paths against; no such host can exist (RFC 6761). */
const nowhere = "https://desk.invalid";

/**
 * Where somebody may be sent after signing in: a screen of this desk, whatever the address says. Resolved as browsers do,
 * so that neither "//host", nor "/\host", nor dots lead elsewhere.
 * @returns path and query; the desk's first screen for anything else
 */
export function ownDeskPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, nowhere)) return deskPath;
  const { origin, pathname, search } = new URL(wanted, nowhere);
  const isOurs = origin === nowhere && (pathname === deskPath || pathname.startsWith(`${deskPath}/`));
  const isDoor = [deskSignInPath, deskSignOutPath, `${deskPath}/api`].some((door) => pathname.startsWith(door));
  return isOurs && !isDoor ? pathname + search : deskPath;
}
