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
  folderId: number | null;
  createdAt: Date;
};

export type MediaFolderView = {
  id: number;
  parentId: number | null;
  name: string;
  /** Names from the top, itself last. */
  path: string[];
  /** Pictures directly in it. */
  pictures: number;
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
  | { kind: "page"; slug: string; title: string }
  | { kind: "portrait"; slug: string; name: string }
  | { kind: "advertisement"; advertisementId: number; slot: string; enabled: boolean };
