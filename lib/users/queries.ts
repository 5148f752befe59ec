import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";

export type UserEntry = {
  id: number;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  hasSecondFactor: boolean;
  /** In any session that is still kept. */
  lastSeenAt: Date | null;
};

const columns = `u.id, u.email, u.name, u.role, u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
  EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
  (SELECT max(s.last_seen_at) FROM user_session s WHERE s.user_id = u.id) AS "lastSeenAt"`;

/** All accounts, by name; those that can't sign in last. @throws AppError "forbidden" */
export async function listUsers(actor: Actor): Promise<UserEntry[]> {
  authorise(actor, "user.manage");
  return sql<UserEntry>(`SELECT ${columns} FROM app_user u ORDER BY u.disabled_at IS NOT NULL, lower(u.name), u.id`);
}

/** One account. @throws AppError "forbidden", "not-found" */
export async function getUser(actor: Actor, userId: number): Promise<UserEntry> {
  authorise(actor, "user.manage");
  const [user] = await sql<UserEntry>(`SELECT ${columns} FROM app_user u WHERE u.id = $1`, [userId]);
  if (!user) throw new AppError("not-found", "There is no such account.");
  return user;
}

export type InvitationEntry = {
  id: number;
  email: string;
  role: Role;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  ended: boolean;
};

/** Invitations that nobody has followed yet, also ended ones. @throws AppError "forbidden" */
export async function listInvitations(actor: Actor): Promise<InvitationEntry[]> {
  authorise(actor, "user.manage");
  const rows = await database().oneTimeLink.findMany({
    where: { kind: "invitation", usedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      email: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      createdBy: { select: { name: true } },
    },
  });
  const moment = now();
  return rows.flatMap(({ createdBy, role, ...row }) =>
    role === null ? [] : [{ ...row, role, invitedBy: createdBy?.name ?? null, ended: row.expiresAt <= moment }],
  );
}
