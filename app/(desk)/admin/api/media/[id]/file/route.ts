import { replaceMediaStream } from "@/lib/media/commands/replace-media";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { getMediaItem } from "@/lib/media/library-queries";
import { deskRoute } from "@/lib/web/desk-route";
import { uploadSource } from "@/lib/web/upload-source";

/** Gives a picture new bytes: the file itself is the body, `name` what it is called. `duplicate`: it had these already. */
export const PUT = deskRoute<{ id: string }>(async (user, request, params) => {
  const mediaId = Number(params.id);
  const originalName = new URL(request.url).searchParams.get("name") ?? "";
  const { changed } = await replaceMediaStream(user, uploadSource(request), { mediaId, originalName });
  return { ...toLibraryPicture(await getMediaItem(user, mediaId)), duplicate: !changed };
});
