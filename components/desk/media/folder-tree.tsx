"use client";
import { Ellipsis, Folder, FolderPlus, Images } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem } from "@/components/ui/menu";
import { deskMediaListPath } from "@/lib/desk-urls";
import { topFolder } from "@/lib/media/library-filter";
import type { MediaFolderView } from "@/lib/media/types";
import { FolderDialog, type FolderTask } from "./folder-dialog";
import type { MediaActions } from "./media-actions";

type FolderTreeProps = {
  folders: MediaFolderView[];
  /** As in the address: a folder's id, "top", or "" for the whole library. */
  current: string;
  actions: MediaActions;
};

/** The library's folders: where one is, and what can be done with each. */
export function FolderTree({ folders, current, actions }: FolderTreeProps): ReactElement {
  const [task, setTask] = useState<FolderTask | null>(null);
  const parentId = /^\d+$/.test(current) ? Number(current) : null;
  return (
    <nav aria-label="Folders" className="max-h-56 gap-0.5 md:max-h-none grid content-start overflow-y-auto">
      <FolderLink folder="" current={current} icon={<Images aria-hidden className="size-4" />}>
        All pictures
      </FolderLink>
      <FolderLink folder={topFolder} current={current} icon={<Folder aria-hidden className="size-4" />}>
        In no folder
      </FolderLink>
      {folders.map((folder) => (
        <div
          key={folder.id}
          className="flex items-center"
          style={{ paddingInlineStart: `${String((folder.path.length - 1) * 0.9)}rem` }}
        >
          <FolderLink
            folder={String(folder.id)}
            current={current}
            icon={<Folder aria-hidden className="size-4" />}
            count={folder.pictures}
          >
            {folder.name}
          </FolderLink>
          <FolderMenu folder={folder} onChoose={setTask} />
        </div>
      ))}
      <Button
        look="quiet"
        size="small"
        className="mt-1 justify-self-start"
        onClick={() => {
          setTask({ kind: "create", parentId });
        }}
      >
        <FolderPlus aria-hidden className="size-4" />
        New folder
      </Button>
      <FolderDialog
        task={task}
        folders={folders}
        actions={actions}
        onClose={() => {
          setTask(null);
        }}
      />
    </nav>
  );
}

type FolderLinkProps = { folder: string; current: string; icon: ReactNode; count?: number; children: ReactNode };

function FolderLink({ folder, current, icon, count, children }: FolderLinkProps): ReactElement {
  return (
    <Link
      href={deskMediaListPath({ folder })}
      aria-current={folder === current ? "page" : undefined}
      className={classNames(
        "min-w-0 gap-2 rounded-md px-2 py-1.5 hover:bg-sunken flex flex-1 items-center",
        folder === current && "bg-accent-soft font-semibold text-accent-strong",
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {count !== undefined && (
        <span className="text-sm text-quiet ml-auto">
          {count}
          <span className="sr-only"> pictures</span>
        </span>
      )}
    </Link>
  );
}

function FolderMenu(props: { folder: MediaFolderView; onChoose: (task: FolderTask) => void }): ReactElement {
  const { folder, onChoose } = props;
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={`Folder ${folder.name}: more`}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem
        onSelect={() => {
          onChoose({ kind: "create", parentId: folder.id });
        }}
      >
        New folder inside
      </MenuItem>
      <MenuItem
        onSelect={() => {
          onChoose({ kind: "change", folder });
        }}
      >
        Rename or move
      </MenuItem>
      <MenuItem
        danger
        onSelect={() => {
          onChoose({ kind: "delete", folder });
        }}
      >
        Delete
      </MenuItem>
    </Menu>
  );
}
