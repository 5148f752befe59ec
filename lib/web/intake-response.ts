import type { UserActor } from "@/lib/auth/require-account";
import { deskIntakePath } from "@/lib/desk-urls";
import { awaitIntake } from "@/lib/media/intake-queries";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { getMediaItem } from "@/lib/media/library-queries";

/** Milliseconds that a request waits for its picture; most take one or two seconds. */
const patience = 15_000;

/**
 * The picture that became of an intake, with whether the library had it already; or 202 with the address to ask again.
 * @throws AppError as awaitIntake
 */
export async function answerIntake(user: UserActor, intakeId: string): Promise<unknown> {
  const state = await awaitIntake(user, intakeId, patience);
  if (state.kind === "made") {
    return { ...toLibraryPicture(await getMediaItem(user, state.mediaId)), duplicate: !state.changed };
  }
  return Response.json({ waitAt: deskIntakePath(intakeId) }, { status: 202, headers: { "Cache-Control": "no-store" } });
}
