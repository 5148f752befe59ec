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
