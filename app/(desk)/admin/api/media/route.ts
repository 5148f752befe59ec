import { uploadMediaStream } from "@/lib/media/commands/upload-media";
import { readFolder, readLibraryFilter } from "@/lib/media/library-filter";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { getMediaItem, listMediaFrom } from "@/lib/media/library-queries";
import { deskRoute } from "@/lib/web/desk-route";
import { uploadSource } from "@/lib/web/upload-source";

/** A stretch of the library: `q`, `folder` and `unused` as in the library's own address, `cursor` from the one before. */
export const GET = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const { items, next } = await listMediaFrom(user, readLibraryFilter(searchParams), searchParams.get("cursor"));
  return { items: items.map(toLibraryPicture), next };
});

/** Takes one picture in: the file itself is the body, `name` what it is called, `folder` where it goes. */
export const POST = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const { id, isNew } = await uploadMediaStream(user, uploadSource(request), {
    originalName: searchParams.get("name") ?? "",
    folderId: readFolder(searchParams.get("folder")) ?? null,
  });
  return { ...toLibraryPicture(await getMediaItem(user, id)), duplicate: !isNew };
});
