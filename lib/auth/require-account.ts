import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";

export type UserActor = Actor & { kind: "user" };

/** For what somebody does to their own account. @throws AppError "forbidden" for the system, which has none */
export function requireAccount(actor: Actor): UserActor {
  if (actor.kind !== "user") throw new AppError("forbidden", "Only a person has an account of their own.");
  return actor;
}
