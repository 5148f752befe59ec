"use client";
import Link from "next/link";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { LibraryPicture } from "@/lib/media/types";

type PictureGridProps = {
  pictures: LibraryPicture[];
  selected: ReadonlySet<number>;
  onSelect: (mediaId: number, selected: boolean) => void;
  /** Where a picture opens. */
  addressOf: (mediaId: number) => string;
};

/** A page of the library. */
export function PictureGrid({ pictures, selected, onSelect, addressOf }: PictureGridProps): ReactElement {
  return (
    <ul aria-label="Pictures" className="gap-3 sm:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-6 grid grid-cols-2">
      {pictures.map((picture) => (
        <PictureTile
          key={picture.id}
          picture={picture}
          isSelected={selected.has(picture.id)}
          onSelect={onSelect}
          address={addressOf(picture.id)}
        />
      ))}
    </ul>
  );
}

type PictureTileProps = {
  picture: LibraryPicture;
  isSelected: boolean;
  onSelect: PictureGridProps["onSelect"];
  address: string;
};

function PictureTile({ picture, isSelected, onSelect, address }: PictureTileProps): ReactElement {
  const { id, originalName, width, height } = picture;
  return (
    <li
      className={classNames(
        "rounded-lg bg-raised relative overflow-hidden border",
        isSelected ? "border-accent ring-accent ring-2" : "border-line",
      )}
    >
      <label className="top-1.5 left-1.5 size-8 rounded-md bg-raised/85 absolute grid place-items-center">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={`Select ${originalName}`}
          onChange={(event) => {
            onSelect(id, event.currentTarget.checked);
          }}
          className="size-4.5 accent-(--accent)"
        />
      </label>
      <Link href={address} scroll={false} className="block -outline-offset-2!">
        <PictureThumbnail picture={picture} />
        <span className="px-2.5 pt-2 block">
          <span className="text-sm font-semibold block truncate">{originalName}</span>
          <span className="text-sm text-quiet block">
            {width} × {height}
          </span>
        </span>
      </Link>
      <p className="min-h-8 px-2.5 pb-2">{lacksAlt(picture) && <Badge tone="warn">No alternative text</Badge>}</p>
    </li>
  );
}

/** Neither described nor marked as decoration. */
function lacksAlt({ alt, decorative }: LibraryPicture): boolean {
  return alt === "" && !decorative;
}

/** The whole picture in a box of one shape. Its name stands beside it, so it has no words of its own. */
export function PictureThumbnail({ picture }: { picture: LibraryPicture }): ReactElement {
  return (
    <img
      src={picture.thumbnail}
      alt=""
      loading="lazy"
      decoding="async"
      width={picture.width}
      height={picture.height}
      className="bg-sunken aspect-4/3 w-full object-contain"
    />
  );
}
