/** What may happen to an account, with the reasons. Pure. */
import type { Role } from "@/lib/auth/roles";

export type AccountFacts = { role: Role; disabled: boolean };

/** What is meant to happen to an account. */
export type AccountChange = { kind: "role"; role: Role } | { kind: "disable" } | { kind: "enable" };

/**
 * Why a change of somebody's account is refused; null when it is not.
 * @param administrators how many accounts can administer the site now, the one in question included
 * @param isSelf whether the account is the actor's own
 */
export function accountChangeRefusal(
  account: AccountFacts,
  change: AccountChange,
  { administrators, isSelf }: { administrators: number; isSelf: boolean },
): string | null {
  const idle = idleChange(account, change);
  if (idle) return idle;
  const loses = !account.disabled && account.role === "administrator" && change.kind !== "enable";
  if (loses && administrators <= 1) {
    return "This is the last administrator. Make somebody else an administrator first.";
  }
  if (change.kind === "disable" && isSelf) return "You can't disable your own account; ask another administrator.";
  return null;
}

/** What is said of a change that changes nothing. */
function idleChange(account: AccountFacts, change: AccountChange): string | null {
  switch (change.kind) {
    case "disable":
      return account.disabled ? "This account is disabled already." : null;
    case "enable":
      return account.disabled ? null : "This account is not disabled.";
    case "role":
      return change.role === account.role ? "This account has that role already." : null;
  }
}
