/**
 * Token buckets: a bucket holds `burst` tokens and gains one every `refillSeconds`; an attempt takes one, and none is
 * possible while there is none. Pure; kept in Postgres by commands/rate-limit.ts.
 */

/**
 * The limits. Passwords have 12 characters or more (lib/users/schema.ts), so that a few hundred guesses a day are hopeless;
 * what the limits must stop are lists of stolen passwords and the guessing of six digits.
 */
export const limits = {
  /**
   * Attempts at one account, from anywhere. NIST SP 800-63B (5.2.2) allows 100 in a row; 10 is beyond what a person
   * mistypes. Refilling every 3 minutes bounds how long somebody else's guessing keeps the owner out, who can also go
   * round it: a new password by mail empties the count. At most 490 guesses a day.
   */
  "sign-in-account": { burst: 10, refillSeconds: 180 },
  /**
   * Attempts from one network, at any accounts. A newsroom behind one address has many people; a program that tries
   * stolen passwords one account at a time has 50 and then two a minute.
   */
  "sign-in-address": { burst: 50, refillSeconds: 30 },
  /**
   * Codes of the second factor for one account, by somebody who has the password. Each guess has 3 in 10^6 (three time
   * steps are accepted): 5 and then 96 a day make one chance in 3,400 a day.
   */
  "second-factor": { burst: 5, refillSeconds: 900 },
  /** Mails that one address gets because somebody asks for a new password; more would be a nuisance sent by us. */
  "password-reset-account": { burst: 3, refillSeconds: 1200 },
  /** The same, from one network for any addresses. */
  "password-reset-address": { burst: 20, refillSeconds: 180 },
} as const satisfies Record<string, Limit>;

export type Limit = { burst: number; refillSeconds: number };
export type LimitKind = keyof typeof limits;

export type Bucket = { tokens: number; refilledAt: Date };

/** What is in a bucket now. */
export function refilled(bucket: Bucket, limit: Limit, moment: Date): Bucket {
  // A clock that was set back takes nothing away and gives nothing.
  const seconds = Math.max(0, (moment.getTime() - bucket.refilledAt.getTime()) / 1000);
  return { tokens: Math.min(limit.burst, bucket.tokens + seconds / limit.refillSeconds), refilledAt: moment };
}

/** @returns whole seconds until a bucket (refilled just now) has a token; 0 when it has one */
export function secondsUntilToken(bucket: Bucket, limit: Limit): number {
  // A millionth of a second is what fractions of a token lose in floating point, not time to wait.
  return bucket.tokens >= 1 ? 0 : Math.ceil((1 - bucket.tokens) * limit.refillSeconds - 1e-6);
}

/** @returns seconds after which any bucket of the limit is full, and need not be kept */
export function secondsUntilFull(limit: Limit): number {
  return limit.burst * limit.refillSeconds;
}

/** A waiting time for people: "in 40 seconds", "in 3 minutes". */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "in one second" : `in ${String(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in one minute" : `in ${String(minutes)} minutes`;
}
