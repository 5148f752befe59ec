/** The accounts of the desk under test: one of every role, and the browser state of each after signing in. */
import path from "node:path";
import { roles, type Role } from "@/lib/auth/roles";

export { roles, type Role };

export const password = "wide river, quiet morning 7";

export function emailOf(role: Role): string {
  return `${role}@desk.test`;
}

export function nameOf(role: Role): string {
  return `${role.charAt(0).toUpperCase()}${role.slice(1)} of the desk`;
}

const stateDirectory = path.resolve(import.meta.dirname, "../../../.cache/e2e-desk-state");

/** File with the cookies of somebody of this role who is signed in: `test.use({ storageState: stateOf("editor") })`. */
export function stateOf(role: Role): string {
  return path.join(stateDirectory, `${role}.json`);
}

/** Is there when all accounts and the sample articles are. */
export const readyFile = path.join(stateDirectory, "ready");
