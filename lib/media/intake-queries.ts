import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireAccount } from "@/lib/auth/require-account";
import { steadyMilliseconds } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { PictureIntake } from "@/lib/db/generated/client";
import { AppError, httpStatus, type ErrorCode } from "@/lib/errors";

export type IntakeState =
  /** Still being made, or waiting for its turn. */
  | { kind: "waiting" }
  /** `changed` is false when the library had these very bytes already. */
  | { kind: "made"; mediaId: number; changed: boolean };

/** Milliseconds between two looks. */
const look = 100;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Waits until the actor's own intake has become a picture.
 * @param patience milliseconds after which it is "waiting" still
 * @throws AppError "forbidden"; "not-found" for what is not the actor's own, or long ago; what making it was refused for
 */
export async function awaitIntake(actor: Actor, intakeId: string, patience: number): Promise<IntakeState> {
  authorise(actor, "media.upload");
  const { id: userId } = requireAccount(actor);
  const started = steadyMilliseconds();
  for (;;) {
    const intake = uuid.test(intakeId) && (await findIntake(intakeId, userId));
    if (!intake) throw new AppError("not-found", "Nothing is known of this upload. Send the file once more.");
    const { mediaId, changed, errorCode, errorMessage } = intake;
    if (mediaId !== null) return { kind: "made", mediaId, changed: changed === true };
    if (errorCode !== null) throw new AppError(codeOf(errorCode), errorMessage ?? "");
    if (steadyMilliseconds() - started >= patience) return { kind: "waiting" };
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}

function findIntake(id: string, userId: number): Promise<PictureIntake | null> {
  return database().pictureIntake.findUnique({ where: { id, userId } });
}

function codeOf(text: string): ErrorCode {
  return text in httpStatus ? (text as ErrorCode) : "internal";
}
