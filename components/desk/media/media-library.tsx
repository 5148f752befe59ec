"use client";
import { Images } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { deskMediaListPath, type MediaListAddress } from "@/lib/desk-urls";
import type { LibraryPicture, MediaFolderView } from "@/lib/media/types";
import { DropHint } from "./drop-hint";
import { FolderTree } from "./folder-tree";
import { LibraryFilterBar } from "./library-filter-bar";
import type { MediaActions } from "./media-actions";
import { PictureGrid } from "./picture-grid";
import { PicturePanel, type OpenedPicture } from "./picture-panel";
import { SelectionBar } from "./selection-bar";
import { UploadButton } from "./upload-button";
import { UploadList } from "./upload-list";
import { useFileDrop } from "./use-file-drop";
import { useRefreshSoon } from "./use-refresh-soon";
import { useUploads } from "./use-uploads";

export type MediaLibraryProps = {
  list: { pictures: LibraryPicture[]; page: number; pages: number; total: number };
  folders: MediaFolderView[];
  address: MediaListAddress;
  opened: OpenedPicture | null;
  /** Replacing and deleting is allowed. */
  mayManage: boolean;
  actions: MediaActions;
};

/** The picture library. */
export function MediaLibrary({ list, folders, address, opened, mayManage, actions }: MediaLibraryProps): ReactElement {
  const uploads = useUploads(useRefreshSoon());
  const folder = folders.find(({ id }) => String(id) === address.folder);
  const addFiles = (files: File[]): void => {
    uploads.add(files, folder?.id ?? null);
  };
  const isOver = useFileDrop(opened === null, addFiles);
  return (
    <>
      <PageHeader
        title="Pictures"
        description="Drop files anywhere on this page to upload them."
        actions={
          <UploadButton look="primary" multiple label="Pictures to upload" onFiles={addFiles}>
            Upload pictures
          </UploadButton>
        }
      />
      <div className="gap-6 md:grid-cols-[13rem_minmax(0,1fr)] grid">
        <FolderTree folders={folders} current={address.folder ?? ""} actions={actions} />
        <div className="min-w-0 gap-4 grid content-start">
          <LibraryFilterBar address={address} />
          <UploadList uploads={uploads} />
          <LibraryPage list={list} folders={folders} address={address} mayManage={mayManage} actions={actions} />
        </div>
      </div>
      {opened && (
        <OpenedPanel opened={opened} folders={folders} address={address} mayManage={mayManage} actions={actions} />
      )}
      <DropHint visible={isOver} where={folder ? `Into the folder ${folder.path.join(" / ")}` : "Into the library"} />
    </>
  );
}

type LibraryPageProps = Omit<MediaLibraryProps, "opened">;

function LibraryPage({ list, folders, address, mayManage, actions }: LibraryPageProps): ReactElement {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const chosen = list.pictures.filter(({ id }) => selected.has(id));
  const select = (mediaId: number, isSelected: boolean): void => {
    const next = new Set(selected);
    if (isSelected) next.add(mediaId);
    else next.delete(mediaId);
    setSelected(next);
  };
  return (
    <>
      {list.pictures.length > 0 && (
        <label className="gap-2 px-1 flex items-center justify-self-start">
          <input
            type="checkbox"
            className="size-4.5 accent-(--accent)"
            checked={chosen.length === list.pictures.length}
            onChange={(event) => {
              setSelected(new Set(event.currentTarget.checked ? list.pictures.map(({ id }) => id) : []));
            }}
          />
          Select all on this page
        </label>
      )}
      <SelectionBar
        chosen={chosen}
        folders={folders}
        mayDelete={mayManage}
        actions={actions}
        onClear={() => {
          setSelected(new Set());
        }}
      />
      {list.pictures.length > 0 ? (
        <PictureGrid
          pictures={list.pictures}
          selected={selected}
          onSelect={select}
          addressOf={(item) => deskMediaListPath({ ...address, item })}
        />
      ) : (
        <NothingHere address={address} />
      )}
      <LibraryPager list={list} address={address} />
    </>
  );
}

type OpenedPanelProps = Omit<MediaLibraryProps, "list" | "opened"> & { opened: OpenedPicture };

/** The picture of the address; closing it goes back to the list. */
function OpenedPanel({ address, ...panel }: OpenedPanelProps): ReactElement {
  const router = useRouter();
  const list = deskMediaListPath({ ...address, item: 0 });
  return (
    <PicturePanel
      {...panel}
      onClose={() => {
        router.push(list, { scroll: false });
      }}
      onGone={() => {
        router.replace(list, { scroll: false });
      }}
    />
  );
}

function NothingHere({ address }: { address: MediaListAddress }): ReactElement {
  if (address.q || address.unused) {
    return (
      <EmptyState icon={Images} title="No picture matches">
        Try fewer words, or look in all folders.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Images} title="No pictures here yet">
      Drop some on this page. JPEG, PNG, WebP, AVIF and GIF files up to 25 MB and 50 megapixels are taken.
    </EmptyState>
  );
}

function LibraryPager({ list, address }: Pick<MediaLibraryProps, "list" | "address">): ReactElement {
  const { page, pages, total } = list;
  return (
    <Pager
      previous={page > 1 ? deskMediaListPath({ ...address, page: page - 1, item: 0 }) : null}
      next={page < pages ? deskMediaListPath({ ...address, page: page + 1, item: 0 }) : null}
      status={
        pages > 1 ? `Page ${String(page)} of ${String(pages)}, ${String(total)} pictures` : `${String(total)} pictures`
      }
    />
  );
}
