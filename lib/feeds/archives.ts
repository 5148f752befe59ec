/**
 * Which articles stand in which document of a feed (RFC 5005, 4). Places are counted from the oldest article and are
 * kept by articles that were withdrawn, so what is once in an archive stays there, whatever is published later.
 */

/** Articles of an archive. The document that is subscribed to holds this many and up to twice as many less one. */
export const archiveSize = 15;

export type FeedDocument = {
  /** Counts from the oldest, 1 first; null for the document that is subscribed to. */
  archive: number | null;
  /** Places before its first. */
  offset: number;
  /** Places it has. */
  places: number;
  /** Archives in all. */
  archives: number;
};

/**
 * @param places of the whole feed
 * @param archive null for the document that is subscribed to
 * @returns null when there is no such archive
 */
export function feedDocument(places: number, archive: number | null): FeedDocument | null {
  const archives = Math.max(0, Math.floor(places / archiveSize) - 1);
  if (archive === null) {
    const offset = archives * archiveSize;
    return { archive, offset, places: places - offset, archives };
  }
  if (archive > archives) return null;
  return { archive, offset: (archive - 1) * archiveSize, places: archiveSize, archives };
}
