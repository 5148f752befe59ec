/** People with accounts, for tests of who may do what. */
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";

/** An account with the role `role` that nobody can sign in to; call it once a role and file. */
export async function anActor(role: Role): Promise<Actor> {
  const email = `${role}@example.org`;
  const { id } = await database().user.create({ data: { email, name: role, role }, select: { id: true } });
  return { kind: "user", id, email, role };
}
