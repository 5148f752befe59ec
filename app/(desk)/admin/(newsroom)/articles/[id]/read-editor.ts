import { checkArticle } from "@/lib/articles/checklist/queries";
import { listChoices } from "@/lib/articles/queries/list-choices";
import { listComments } from "@/lib/articles/queries/review-comments";
import { getWorkingCopy, type WorkingCopyView } from "@/lib/articles/queries/working-copy";
import { panePreviewDays, previewExpiry, signPreview } from "@/lib/articles/preview-link";
import { decide } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { getMediaItem } from "@/lib/media/library-queries";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { findMedia } from "@/lib/media/queries";
import type { MediaView, PickedMedia } from "@/lib/media/types";
import { listPeopleById } from "@/lib/people/people-search-queries";
import { mediaIds } from "@/lib/richtext/media-references";
import { getSiteSettings } from "@/lib/settings/queries";
import { listCategoryChoices } from "@/lib/taxonomy/queries";
import { listTagsById } from "@/lib/taxonomy/tag-search-queries";
import { absoluteUrl, mediaVariant, previewPath } from "@/lib/urls";
import type { DeskUser } from "@/lib/web/desk-session";

/** Pixels; the text column of the editor is about 770 wide. */
const previewWidth = 1280;

/** Everything the editor screen opens with. @throws AppError "forbidden", "not-found" */
export async function readEditor(user: DeskUser, articleId: number) {
  const view = await getWorkingCopy(user, articleId);
  const { copy } = view;
  const people = [...copy.authorIds, ...(copy.reviewerId === null ? [] : [copy.reviewerId])];
  const [settings, categories, peopleChoices, tags, media, cover, threads, checklist, assignable] = await Promise.all([
    getSiteSettings(),
    listCategoryChoices(user),
    listPeopleById(user, people),
    listTagsById(user, copy.tagIds),
    findMedia(mediaIds(copy.body)),
    readCover(user, view),
    listComments(user, articleId),
    checkArticle(user, articleId),
    decide(user, "article.assign").allowed ? listChoices(user) : null,
  ]);
  const preview = signPreview(articleId, previewExpiry(now(), panePreviewDays));
  return {
    view,
    editable: view.transitions.some((decision) => decision.verb === "save" && decision.allowed),
    choices: { categories, people: peopleChoices, tags },
    pictures: [...media.values()].map(toEditorPicture),
    cover,
    threads,
    checklist,
    assignable: assignable && { editors: assignable.editors, reviewers: assignable.reviewers },
    previewPath: previewPath(preview),
    site: { url: absoluteUrl(""), name: settings.name, timeZone: settings.timeZone },
  };
}

/** Who may not look into the picture library sees the cover in the preview. */
async function readCover(user: DeskUser, { copy }: WorkingCopyView): Promise<PickedMedia | null> {
  if (copy.coverId === null || !decide(user, "media.browse").allowed) return null;
  return toLibraryPicture(await getMediaItem(user, copy.coverId));
}

/** Enough of a picture to show it in the text. */
function toEditorPicture({ id, key, alt, credit, width, height, widths }: MediaView) {
  const shown = widths.findLast((candidate) => candidate <= previewWidth) ?? width;
  return { id, alt, credit, width, height, decorative: false, preview: mediaVariant(key, shown, "webp") };
}
