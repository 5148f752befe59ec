import { takeInReplacement } from "@/lib/media/commands/take-in";
import { deskRoute } from "@/lib/web/desk-route";
import { answerIntake } from "@/lib/web/intake-response";
import { uploadSource } from "@/lib/web/upload-source";

/** Gives a picture new bytes: the file itself is the body, `name` what it is called. `duplicate`: it had these already. */
export const PUT = deskRoute<{ id: string }>(async (user, request, params) => {
  const mediaId = Number(params.id);
  const originalName = new URL(request.url).searchParams.get("name") ?? "";
  return answerIntake(user, await takeInReplacement(user, uploadSource(request), { mediaId, originalName }));
});
