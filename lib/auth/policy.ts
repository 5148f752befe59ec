/** Rules of signing in and staying signed in, as data with reasons. Pure. */
import type { Role } from "./roles";

/**
 * What an account owes beside its password: nothing, a code of its second factor, or to set one up before anything else.
 */
export type SecondFactorDemand = "none" | "code" | "enrol";

export type SecondFactorRules = { requireSecondFactorForAdministrators: boolean };

/** @param account `enrolled`: an authenticator app was set up and confirmed */
export function secondFactorDemand(
  account: { role: Role; enrolled: boolean },
  rules: SecondFactorRules,
): SecondFactorDemand {
  if (account.enrolled) return "code";
  return isRequired(account.role, rules) ? "enrol" : "none";
}

/** Why the second factor can't be taken off; null when it can. */
export function secondFactorOffRefusal(role: Role, rules: SecondFactorRules): string | null {
  return isRequired(role, rules) ? "The site's settings require a second factor of administrators." : null;
}

function isRequired(role: Role, rules: SecondFactorRules): boolean {
  return role === "administrator" && rules.requireSecondFactorForAdministrators;
}

/**
 * How long a session lasts, in days. NIST SP 800-63B (4.1.3) wants the password again at least every 30 days, used or not;
 * a browser that nobody came back to for a week is signed out before.
 */
export const sessionDays = { total: 30, unused: 7 } as const;

/** Seconds within which a session is not touched again: the list of sessions needs no finer grain, and writes cost. */
export const touchEverySeconds = 60;

/** Whether a session still counts at `moment`. */
export function sessionHolds(session: { createdAt: Date; lastSeenAt: Date }, moment: Date): boolean {
  const days = (since: Date): number => (moment.getTime() - since.getTime()) / 86_400_000;
  return days(session.createdAt) < sessionDays.total && days(session.lastSeenAt) < sessionDays.unused;
}

/** Minutes in which the code must follow the password: time to fetch a phone, not to leave the desk. */
export const codeTicketMinutes = 10;

/**
 * How long links work. OWASP (Forgot Password Cheat Sheet) wants a reset to end soon; an invitation must survive a weekend
 * and a holiday; the first administrator's link stands in a log, where others may read it later.
 */
export const linkLifetimes = {
  invitation: { hours: 7 * 24, words: "in 7 days" },
  password_reset: { hours: 1, words: "in one hour" },
  first_administrator: { hours: 24, words: "in 24 hours" },
} as const;

export type LinkKind = keyof typeof linkLifetimes;
