import { systemActor } from "@/lib/auth/actor";
import { ensureAdministrator, makeFirstAdministratorLink } from "@/lib/users/commands/first-administrator";

/**
 * Makes sure that somebody can sign in: the administrator that the environment names, or a link that makes the first one.
 * @returns the link, absolute; null when there is an account
 * @throws AppError "invalid" for an ADMIN_PASSWORD that won't do
 */
export async function prepareAccounts(): Promise<string | null> {
  await ensureAdministrator();
  return makeFirstAdministratorLink(systemActor("cli"));
}
