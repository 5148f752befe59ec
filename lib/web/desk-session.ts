/** Who is at the desk in this browser: the session's cookie, read and written. */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ProvenAccount } from "@/lib/auth/commands/check-credentials";
import { endSession, startSession, touchSession } from "@/lib/auth/commands/sessions";
import { openSessionToken, sealSessionToken, sessionCookie } from "@/lib/auth/next-auth";
import { ownDeskPath } from "@/lib/auth/own-path";
import { findActor, type SignedIn } from "@/lib/auth/queries";
import type { UserActor } from "@/lib/auth/require-account";
import type { SessionToken } from "@/lib/auth/schema";
import { deskPath, deskSecondFactorPath, deskSignInFor } from "@/lib/desk-urls";
import { AppError } from "@/lib/errors";
import { currentRequest } from "@/lib/request-context";

/** Somebody who is signed in, and all that verbs need to know of them. */
export type DeskUser = UserActor & { name: string; sessionId: string };

/** For pages and layouts: sends whoever is not signed in to do so, and back here afterwards. */
export async function requireDeskUser(): Promise<DeskUser> {
  const user = await signedIn();
  if (!user) redirect(deskSignInFor(presentPath()));
  if (user.owesSecondFactor) redirect(deskSecondFactorPath);
  return asDeskUser(user);
}

/** For actions and route handlers. Null also while a second factor is owed: until then nothing else is possible. */
export async function deskUserOrNull(): Promise<DeskUser | null> {
  const user = await signedIn();
  return user && !user.owesSecondFactor ? asDeskUser(user) : null;
}

/** For setting the second factor up: also whoever owes it. */
export async function enrollingUserOrNull(): Promise<(DeskUser & { owesSecondFactor: boolean }) | null> {
  const user = await signedIn();
  return user && { ...asDeskUser(user), owesSecondFactor: user.owesSecondFactor };
}

/**
 * Starts a session in this browser.
 * @throws AppError "forbidden" when the account changed since it was proven, or another site's page sent the form:
 * somebody could be made to work in an account that is not theirs
 */
export async function openDeskSession(proven: ProvenAccount): Promise<void> {
  const sent = await headers();
  if (["cross-site", "same-site"].includes(sent.get("sec-fetch-site") ?? "")) {
    throw new AppError("forbidden", "This request came from another site.");
  }
  const userAgent = sent.get("user-agent") ?? undefined;
  await writeCookie(await startSession({ ...proven, userAgent, address: askerAddress() }));
}

/** Lets this browser's session go on under the account's new token version. */
export async function renewDeskSession(user: { id: number; sessionId: string }, tokenVersion: number): Promise<void> {
  await writeCookie({ userId: user.id, sessionId: user.sessionId, tokenVersion });
}

/** Ends the session of this browser, if there is one. */
export async function closeDeskSession(): Promise<void> {
  const user = await signedIn();
  await forgetCookie();
  if (user) await endSession(user, { sessionId: user.sessionId });
}

/** Takes the cookie away: its session has ended. */
export async function forgetCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The network address of who asks, as sign-in counts it. */
export function askerAddress(): string {
  return currentRequest()?.address ?? "";
}

async function signedIn(): Promise<SignedIn | null> {
  const token = await openSessionToken((await cookies()).get(sessionCookie().name)?.value);
  const user = token && (await findActor(token));
  if (user) await touchSession(user);
  return user;
}

function asDeskUser({ kind, id, email, role, name, sessionId }: SignedIn): DeskUser {
  return { kind, id, email, role, name, sessionId };
}

async function writeCookie(token: SessionToken): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSessionToken(token), options);
}

/** The screen that was asked for, without what Next's own router adds to its address. */
function presentPath(): string {
  const url = new URL(currentRequest()?.url ?? deskPath, "http://desk.invalid");
  url.searchParams.delete("_rsc");
  return ownDeskPath(url.pathname + url.search);
}
