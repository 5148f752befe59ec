/** Sessions of the desk. Each is a row; a token that names no row, or an older token version, opens nothing. */
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import type { Actor } from "../actor";
import { shownNetwork } from "../network-address";
import { touchEverySeconds } from "../policy";
import { requireAccount } from "../require-account";
import {
  sessionInput,
  startSessionInput,
  type SessionInput,
  type SessionToken,
  type StartSessionInput,
} from "../schema";

/**
 * Starts a session for somebody whose credentials were checked just now.
 * @returns what the session's token must say
 * @throws AppError "forbidden" when the account was disabled or signed out everywhere since the check; "invalid"
 */
export async function startSession(input: StartSessionInput): Promise<SessionToken> {
  const { userId, tokenVersion, userAgent, address } = parseInput(startSessionInput, input);
  const sessionId = randomUUID();
  const moment = now();
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId, tokenVersion, disabledAt: null },
      select: { id: true, email: true, role: true },
    });
    if (!user) throw new AppError("forbidden", "Your account has changed. Please sign in again.");
    await tx.userSession.create({
      data: {
        id: sessionId,
        userId,
        createdAt: moment,
        lastSeenAt: moment,
        userAgent,
        addressPrefix: shownNetwork(address),
      },
      select: { id: true },
    });
    await recordAudit(
      tx,
      { kind: "user", ...user },
      { action: "session.started", subjectType: "user", subjectId: userId },
    );
  });
  return { userId, sessionId, tokenVersion };
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(session: { sessionId: string; lastSeenAt: Date }): Promise<void> {
  const moment = now();
  if (moment.getTime() - session.lastSeenAt.getTime() < touchEverySeconds * 1000) return;
  await sql("UPDATE user_session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2", [
    session.sessionId,
    moment,
  ]);
}

/** Ends one of the actor's own sessions. @throws AppError "not-found" when it is not theirs or has ended; "forbidden" */
export async function endSession(actor: Actor, input: SessionInput): Promise<void> {
  const user = requireAccount(actor);
  const { sessionId } = parseInput(sessionInput, input);
  await transaction(async (tx) => {
    const { count } = await tx.userSession.deleteMany({ where: { id: sessionId, userId: user.id } });
    if (count === 0) throw new AppError("not-found", "This session has ended already.");
    await recordAudit(tx, user, { action: "session.ended", subjectType: "user", subjectId: user.id });
  });
}

/** Signs the actor out everywhere, here too. It holds at the next request of every browser. @throws AppError "forbidden" */
export async function endAllSessions(actor: Actor): Promise<void> {
  const user = requireAccount(actor);
  await transaction(async (tx) => {
    await endSessionsOf(tx, user.id);
    await recordAudit(tx, user, { action: "session.all-ended", subjectType: "user", subjectId: user.id });
  });
}

/**
 * Ends the sessions of an account, and makes every token and every sign-in that is under way worthless.
 * @param keptSessionId goes on, with a token of the new version
 * @returns the new token version
 */
export async function endSessionsOf(tx: Transaction, userId: number, keptSessionId?: string): Promise<number> {
  const { tokenVersion } = await tx.user.update({
    where: { id: userId },
    data: { tokenVersion: { increment: 1 } },
    select: { tokenVersion: true },
  });
  await tx.userSession.deleteMany({ where: { userId, NOT: { id: { in: keptSessionId ? [keptSessionId] : [] } } } });
  return tokenVersion;
}
