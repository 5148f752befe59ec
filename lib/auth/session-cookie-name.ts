import { env } from "@/lib/env";

/** Of the cookie that holds a session's token. Browsers take a name that starts with __Secure- over https only. */
export function sessionCookieName(): string {
  return `${env().SITE_URL.startsWith("https:") ? "__Secure-" : ""}next-auth.session-token`;
}
