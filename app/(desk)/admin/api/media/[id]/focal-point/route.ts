import { updateMedia } from "@/lib/media/commands/update-media";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { getMediaItem } from "@/lib/media/library-queries";
import type { UpdateMediaInput } from "@/lib/media/schema";
import { deskRoute } from "@/lib/web/desk-route";
import { readJson } from "@/lib/web/read-json";

/** Moves the part of a picture that must stay in view: `{ focalX, focalY }`, 0..1 from the left and the top. */
export const PUT = deskRoute<{ id: string }>(async (user, request, params) => {
  const { focalX, focalY } = (await readJson(request)) as Pick<UpdateMediaInput, "focalX" | "focalY">;
  const mediaId = Number(params.id);
  await updateMedia(user, { mediaId, focalX, focalY });
  return toLibraryPicture(await getMediaItem(user, mediaId));
});
