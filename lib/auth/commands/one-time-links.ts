/** Links that work once, for the verbs that hand them out and take them back. */
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newToken, sha256 } from "../one-time-token";
import { linkLifetimes, type LinkKind } from "../policy";
import type { Role } from "../roles";

export type NewLink = {
  kind: LinkKind;
  /** Empty for the first administrator. */
  email: string;
  role?: Role;
  userId?: number | null;
  createdById?: number | null;
};

export type TakenLink = { id: number; email: string; role: Role | null; userId: number | null };

/** What is said of a link that was used, has ended, was taken back or never was: nobody learns which. */
export const deadLink = "This link was used already or has ended. Ask for a new one.";

/** @returns the token of the link's address; only its hash is kept */
export async function createLink(tx: Transaction, link: NewLink): Promise<string> {
  const { token, hash } = newToken();
  const moment = now();
  await tx.oneTimeLink.create({
    data: {
      ...link,
      tokenHash: hash,
      createdAt: moment,
      expiresAt: new Date(moment.getTime() + linkLifetimes[link.kind].hours * 3_600_000),
    },
    select: { id: true },
  });
  return token;
}

/**
 * Uses a link up. Of two browsers that follow one link at the same moment one gets it: the second waits for the first
 * one's transaction and then finds it used, or free again when that came to nothing.
 * @throws AppError "gone" for a link that does not work (any more)
 */
export async function takeLink(tx: Transaction, kind: LinkKind, token: string): Promise<TakenLink> {
  const moment = now();
  const [link] = await tx.$queryRaw<TakenLink[]>`
    UPDATE one_time_link SET used_at = ${moment}
    WHERE token_hash = ${sha256(token)} AND kind = ${kind}::"LinkKind" AND used_at IS NULL AND expires_at > ${moment}
    RETURNING id, email, role, user_id AS "userId"`;
  if (!link) throw new AppError("gone", deadLink);
  return link;
}
