import { takeInUpload } from "@/lib/media/commands/take-in";
import { readFolder, readLibraryFilter } from "@/lib/media/library-filter";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { listMediaFrom } from "@/lib/media/library-queries";
import { deskRoute } from "@/lib/web/desk-route";
import { answerIntake } from "@/lib/web/intake-response";
import { uploadSource } from "@/lib/web/upload-source";

/** A stretch of the library: `q`, `folder` and `unused` as in the library's own address, `cursor` from the one before. */
export const GET = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const { items, next } = await listMediaFrom(user, readLibraryFilter(searchParams), searchParams.get("cursor"));
  return { items: items.map(toLibraryPicture), next };
});

/**
 * Takes one picture in: the file itself is the body, `name` what it is called, `folder` where it goes. The queue makes it; the
 * answer is the picture when that is quick, and otherwise where to ask.
 */
export const POST = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const intakeId = await takeInUpload(user, uploadSource(request), {
    originalName: searchParams.get("name") ?? "",
    folderId: readFolder(searchParams.get("folder")) ?? null,
  });
  return answerIntake(user, intakeId);
});
