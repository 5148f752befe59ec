/** Accounts for tests, made by the verbs of the magazine. */
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { createUser } from "@/lib/users/commands/create-user";
import { testActor } from "./articles";

export type TestAccount = { actor: Actor & { kind: "user" }; id: number; email: string };

export const testPassword = "a long enough password";
let counter = 0;

/** An account that can sign in with `testPassword`. */
export async function anAccount(role: Role, email?: string): Promise<TestAccount> {
  counter += 1;
  const address = email ?? `${role}-${String(counter)}@example.org`;
  const id = await createUser(testActor, { email: address, name: `The ${role}`, role, password: testPassword });
  return { actor: { kind: "user", id, email: address, role }, id, email: address };
}
