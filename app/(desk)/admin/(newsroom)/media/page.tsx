import type { Metadata } from "next";
import { MediaLibrary } from "@/components/desk/media/media-library";
import type { OpenedPicture } from "@/components/desk/media/picture-panel";
import type { Actor } from "@/lib/auth/actor";
import { decide } from "@/lib/auth/permissions";
import { readLibraryFilter } from "@/lib/media/library-filter";
import { toLibraryPicture } from "@/lib/media/library-picture";
import { getMediaItem, listMedia, listMediaFolders } from "@/lib/media/library-queries";
import { decideDescribing } from "@/lib/media/policy";
import { toUseLine } from "@/lib/media/use-lines";
import { whereUsed } from "@/lib/media/uses-queries";
import { parsePageNumber } from "@/lib/pagination";
import { noSuchPage } from "@/lib/web/or-not-found";
import { deskPage } from "../desk-page";
import * as action from "./actions";

export const metadata: Metadata = { title: "Pictures" };

const actions = {
  save: action.saveMediaAction,
  remove: action.deleteMediaAction,
  move: action.moveMediaAction,
  removeMany: action.deleteManyMediaAction,
  createFolder: action.createFolderAction,
  updateFolder: action.updateFolderAction,
  removeFolder: action.deleteFolderAction,
};

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default deskPage<PageProps>(async (user, { searchParams }) => {
  const given = Object.entries(await searchParams).map(([name, value]) => [name, String(value)]);
  const parameters = new URLSearchParams(given);
  const filter = readLibraryFilter(parameters);
  const page = parsePageNumber(parameters.get("page") ?? "1") ?? noSuchPage();
  const [list, folders, opened] = await Promise.all([
    listMedia(user, filter, page),
    listMediaFolders(user),
    open(user, parameters.get("item")),
  ]);
  return (
    <MediaLibrary
      list={{ pictures: list.items.map(toLibraryPicture), page: list.page, pages: list.pages, total: list.total }}
      folders={folders}
      address={{ q: filter.search, folder: parameters.get("folder") ?? "", unused: filter.unused, page }}
      opened={opened}
      mayManage={decide(user, "media.manage").allowed}
      actions={actions}
    />
  );
});

async function open(user: Actor, item: string | null): Promise<OpenedPicture | null> {
  if (item === null) return null;
  const mediaId = parsePageNumber(item) ?? noSuchPage();
  const [picture, uses] = await Promise.all([getMediaItem(user, mediaId), whereUsed(user, mediaId)]);
  const describing = decideDescribing(user, uses);
  return {
    picture: toLibraryPicture(picture),
    uses: uses.map(toUseLine),
    describingRefusal: describing.allowed ? null : describing.reason,
  };
}
