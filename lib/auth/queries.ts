import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { getSiteSettings } from "@/lib/settings/queries";
import type { Actor } from "./actor";
import { sha256 } from "./one-time-token";
import { secondFactorDemand, secondFactorOffRefusal, sessionDays, sessionHolds, type LinkKind } from "./policy";
import { requireAccount, type UserActor } from "./require-account";
import type { Role } from "./roles";
import type { SessionToken } from "./schema";
import { deadLink } from "./commands/one-time-links";

/** Who is signed in, in which session. */
export type SignedIn = UserActor & {
  name: string;
  sessionId: string;
  lastSeenAt: Date;
  /** The settings require a second factor that was not set up: nothing else may be done before. */
  owesSecondFactor: boolean;
};

type SessionRow = {
  id: number;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  lastSeenAt: Date;
  enrolled: boolean;
};

/**
 * Who a session's token stands for, asked of the database at every request: an account that was disabled, signed out
 * everywhere or given another role is so at the very next one.
 * @param token what its signature vouches for
 * @returns null when the session has ended
 */
export async function findActor(token: SessionToken): Promise<SignedIn | null> {
  const [row] = await sql<SessionRow>(
    `SELECT u.id, u.email, u.name, u.role, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
            EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS enrolled
     FROM user_session s JOIN app_user u ON u.id = s.user_id
     WHERE s.id = $1 AND u.id = $2 AND u.token_version = $3 AND u.disabled_at IS NULL`,
    [token.sessionId, token.userId, token.tokenVersion],
  );
  if (!row || !sessionHolds(row, now())) return null;
  const { id, email, name, role, lastSeenAt, enrolled } = row;
  // Only administrators can owe one, and only until they have it: nobody else pays for reading the settings.
  const owesSecondFactor =
    role === "administrator" &&
    !enrolled &&
    secondFactorDemand({ role, enrolled }, await getSiteSettings()) === "enrol";
  return { kind: "user", id, email, role, name, sessionId: token.sessionId, lastSeenAt, owesSecondFactor };
}

export type SessionEntry = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string; network: string };

/** The actor's own open sessions, the latest used first. @throws AppError "forbidden" for the system */
export async function listSessions(actor: Actor): Promise<SessionEntry[]> {
  const user = requireAccount(actor);
  const moment = now();
  const rows = await sql<SessionEntry>(
    `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent",
            address_prefix AS network
     FROM user_session WHERE user_id = $1 AND created_at > $2 ORDER BY last_seen_at DESC, id`,
    [user.id, new Date(moment.getTime() - sessionDays.total * 86_400_000)],
  );
  return rows.filter((session) => sessionHolds(session, moment));
}

export type SecondFactorState = {
  /** When it was set up; null without one. */
  since: Date | null;
  recoveryCodesLeft: number;
  /** Why it can't be taken off. */
  offRefusal: string | null;
};

/** How the actor's own account is protected. @throws AppError "forbidden" for the system */
export async function getSecondFactorState(actor: Actor): Promise<SecondFactorState> {
  const user = requireAccount(actor);
  const [factor, recoveryCodesLeft, settings] = await Promise.all([
    database().secondFactor.findUnique({ where: { userId: user.id }, select: { confirmedAt: true } }),
    database().recoveryCode.count({ where: { userId: user.id, usedAt: null } }),
    getSiteSettings(),
  ]);
  return {
    since: factor?.confirmedAt ?? null,
    recoveryCodesLeft,
    offRefusal: secondFactorOffRefusal(user.role, settings),
  };
}

export type OpenLink = { email: string; role: Role | null };

/**
 * What a link is for, to show before it is used. Whoever has the token may know.
 * @throws AppError "gone" when it works no longer or never did
 */
export async function getOpenLink(kind: LinkKind, token: string): Promise<OpenLink> {
  const link = await database().oneTimeLink.findFirst({
    where: { tokenHash: sha256(token), kind, usedAt: null, expiresAt: { gt: now() } },
    select: { email: true, role: true },
  });
  if (!link) throw new AppError("gone", deadLink);
  return link;
}
