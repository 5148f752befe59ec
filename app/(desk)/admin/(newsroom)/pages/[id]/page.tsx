import type { Metadata } from "next";
import { PageScreen } from "@/components/desk/pages/page-screen";
import { dateAndTime } from "@/lib/dates";
import { findMedia } from "@/lib/media/queries";
import { getPage, listPageRevisions } from "@/lib/pages/queries";
import { mediaIds } from "@/lib/richtext/media-references";
import { getSiteSettings } from "@/lib/settings/queries";
import { mediaVariant, staticPagePath } from "@/lib/urls";
import { deskPage } from "../../desk-page";
import { numberOrNotFound } from "../../read-address";
import { deletePageAction, restorePageAction, updatePageAction } from "../actions";

export const metadata: Metadata = { title: "Page" };

/** Pictures in the editor are up to this wide, in pixels. */
const previewWidth = 1280;

export default deskPage(async (user, { params }: { params: Promise<{ id: string }> }) => {
  const { id, version, updatedAt: _, ...page } = await getPage(user, numberOrNotFound((await params).id));
  const [revisions, media, { timeZone }] = await Promise.all([
    listPageRevisions(user, id),
    findMedia(mediaIds(page.body)),
    getSiteSettings(),
  ]);
  const pictures = [...media.values()].map(({ key, widths, placeholder: __, ...picture }) => ({
    ...picture,
    decorative: false,
    preview: mediaVariant(key, widths.findLast((width) => width <= previewWidth) ?? picture.width, "webp"),
  }));
  return (
    <PageScreen
      id={id}
      version={version}
      path={staticPagePath(page.slug)}
      initial={page}
      media={Object.fromEntries(pictures.map((picture) => [picture.id, picture]))}
      revisions={revisions.map(({ at, ...revision }) => ({ ...revision, at: dateAndTime(at, timeZone) }))}
      actions={{ save: updatePageAction, restore: restorePageAction, remove: deletePageAction }}
    />
  );
});
