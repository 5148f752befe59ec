/** A picture as a reader's page needs it. `key` is the storage prefix of its variants (see lib/urls.ts, `mediaVariant`). */
export type MediaView = {
  id: number;
  key: string;
  /** Pixels of the largest variant. */
  width: number;
  height: number;
  /** Widths that exist, ascending, the same for every format. */
  widths: number[];
  /** A tiny blurred preview as a data URI (under 600 bytes). */
  placeholder: string;
  alt: string;
  credit: string | null;
  /** What must stay in view where the picture is cropped, 0..1 from the left and the top; left out, the middle. */
  focalX?: number;
  focalY?: number;
  /** Names of the crops that exist (crops.ts); null while they are still to be made, left out where nobody asks for them. */
  crops?: string[] | null;
};

/** A picture as the desk's library shows it. */
export type MediaItem = MediaView & {
  originalName: string;
  /** Sum of its variants. */
  bytes: number;
  /** Shows nothing that words would have to say. */
  decorative: boolean;
  /** 0..1 from the left and the top. */
  focalX: number;
  focalY: number;
  crops: string[] | null;
  folderId: number | null;
  createdAt: Date;
};

/** A picture as the desk's screens get it, in a browser too: plain JSON, with the addresses of files that exist. */
export type LibraryPicture = Omit<MediaItem, "createdAt"> & {
  /** ISO 8601. */
  createdAt: string;
  /** Address of a variant for a tile (about 640 pixels wide). */
  thumbnail: string;
  /** Address of a variant to look at (at most 1280 pixels wide). */
  preview: string;
};

/** What the picker hands over. */
export type PickedMedia = LibraryPicture;

export type MediaFolderView = {
  id: number;
  parentId: number | null;
  name: string;
  /** Names from the top, itself last. */
  path: string[];
  /** Pictures directly in it. */
  pictures: number;
};

/** One place where a picture is used, as a line of a list. */
export type MediaUseLine = {
  /** In the words of the desk. */
  text: string;
  /** Where the desk lets one change it. */
  href: string;
  /** Readers see the picture here, or will. */
  beforeReaders: boolean;
};

/** What came of one picture of many. */
export type MediaOutcome = {
  mediaId: number;
  /** Why nothing was done with it; null when it was. */
  problem: string | null;
};

/** One place where a picture is used. */
export type MediaUse =
  | { kind: "working-copy"; place: "cover" | "body"; articleId: number; headline: string }
  | {
      kind: "publication";
      place: "cover" | "body";
      articleId: number;
      headline: string;
      /** Live: readers see it now. Ended: it was public, and its row still names the picture. */
      when: "live" | "scheduled" | "ended";
      path: string;
    }
  /** Saved versions that could be restored, of an article whose working copy no longer uses the picture. */
  | { kind: "earlier-versions"; articleId: number; headline: string; versions: number }
  /** The story stands in a slot of the home page until a date, with this cover. */
  | { kind: "home-slot"; slot: string; articleId: number; headline: string }
  | { kind: "page"; pageId: number; title: string }
  | { kind: "portrait"; personId: number; name: string }
  /** Enabled: switched on and not over. */
  | { kind: "advertisement"; advertisementId: number; name: string; slot: string; enabled: boolean };
