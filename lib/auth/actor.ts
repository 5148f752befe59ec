/** Who does something. Every verb takes one; there is no "nobody". */
import type { Role } from "./roles";

export type Actor =
  | { kind: "user"; id: number; email: string; role: Role }
  /** The magazine itself: seed, importer, maintenance commands. */
  | { kind: "system"; name: "seed" | "import" | "cli" | "benchmark" };

export function systemActor(name: (Actor & { kind: "system" })["name"]): Actor {
  return { kind: "system", name };
}

/** How the audit log names an actor, also long after the account is gone. */
export function actorLabel(actor: Actor): string {
  return actor.kind === "user" ? actor.email : `system:${actor.name}`;
}

export function actorUserId(actor: Actor): number | null {
  return actor.kind === "user" ? actor.id : null;
}
