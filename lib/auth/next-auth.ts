/**
 * next-auth, and the only file that knows it: credentials in, an encrypted token in a cookie out. A token names a session;
 * whether that still holds, the database is asked at every request (queries.ts).
 */
import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { deskPath, deskSignInPath } from "@/lib/desk-urls";
import { env, presentSiteToNextAuth } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { currentRequest } from "@/lib/request-context";
import { checkCredentials } from "./commands/check-credentials";
import { endSession, startSession } from "./commands/sessions";
import { ownDeskPath } from "./own-path";
import { sessionDays } from "./policy";
import { findActor } from "./queries";
import { sessionTokenSchema, type SessionToken } from "./schema";
import { deriveAuthKey } from "./secret";
import { sessionCookieName } from "./session-cookie-name";

declare module "next-auth" {
  interface User {
    session?: SessionToken;
  }
}

const sessionSeconds = sessionDays.total * 86_400;

export type SessionCookie = {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; secure: boolean; path: "/"; maxAge: number };
};

/** The cookie that holds a session's token. */
export function sessionCookie(): SessionCookie {
  const secure = env().SITE_URL.startsWith("https:");
  return {
    name: sessionCookieName(),
    options: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: sessionSeconds },
  };
}

/** Encrypts a session's token for its cookie. */
export function sealSessionToken(token: SessionToken): Promise<string> {
  return encode({ token, secret: sessionSecret(), maxAge: sessionSeconds });
}

/** @returns what a cookie holds; null when it was made by somebody else, under another AUTH_SECRET, or too long ago */
export async function openSessionToken(cookie: string | undefined): Promise<SessionToken | null> {
  if (!cookie) return null;
  try {
    const payload = await decode({ token: cookie, secret: sessionSecret() });
    return sessionTokenSchema.safeParse(payload).data ?? null;
  } catch {
    return null;
  }
}

/** Answers /api/auth/…: sign-in by credentials, sign-out and the session, for programs; people use the desk's own pages. */
export async function answerNextAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  presentSiteToNextAuth();
  return (await NextAuth(request as never, context as never, authOptions())) as Response;
}

function sessionSecret(): string {
  return deriveAuthKey("session").toString("hex");
}

function authOptions(): AuthOptions {
  const { name, options } = sessionCookie();
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: deskSignInPath, error: deskSignInPath, signOut: deskPath },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: (given, request) => signInByCredentials(given ?? {}, userAgentOf(request.headers)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        // `user` is there at sign-in only, whatever the type says; later the token stays what it is.
        const started = (user as { session?: SessionToken } | undefined)?.session;
        return started ? { ...started } : token;
      },
      session: async ({ session, token }) => {
        const parsed = sessionTokenSchema.safeParse(token);
        const actor = parsed.success ? await findActor(parsed.data) : null;
        return actor
          ? { expires: session.expires, user: { name: actor.name, email: actor.email } }
          : { expires: session.expires };
      },
      redirect: ({ url }) => {
        const { SITE_URL } = env();
        return SITE_URL + ownDeskPath(url.startsWith(`${SITE_URL}/`) ? url.slice(SITE_URL.length) : url);
      },
    },
    events: {
      signOut: async ({ token }) => {
        const parsed = sessionTokenSchema.safeParse(token);
        const actor = parsed.success ? await findActor(parsed.data) : null;
        if (actor) await endSession(actor, { sessionId: actor.sessionId });
      },
    },
    logger: {
      error: (code) => {
        log().warn({ code }, "next-auth refused a request");
      },
      warn: (code) => {
        log().debug({ code }, "next-auth warns");
      },
      debug: () => undefined,
    },
  };
}

async function signInByCredentials(
  given: Partial<Record<"email" | "password" | "code", string>>,
  userAgent: string | undefined,
): Promise<{ id: string; session: SessionToken } | null> {
  const address = currentRequest()?.address ?? "";
  const { email = "", password = "", code } = given;
  try {
    const proven = await checkCredentials({ email, password, address, ...(code ? { code } : {}) });
    const session = await startSession({ ...proven, address, userAgent });
    return { id: String(session.userId), session };
  } catch (error) {
    // Null is "no"; an error would carry its words into the address of the sign-in page.
    if (error instanceof AppError) return null;
    throw error;
  }
}

function userAgentOf(headers: Record<string, unknown> | undefined): string | undefined {
  const agent = headers?.["user-agent"];
  return typeof agent === "string" ? agent : undefined;
}
