/** Conditional requests (RFC 9110, 13): whether what a client has is still what it would get. Pure. */

export type Validators = {
  /** With its quotes; weak (`W/"…"`) where the same content may leave in several encodings. */
  etag: string;
  lastModified: Date;
};

/**
 * Whether the answer is 304. If-None-Match alone counts where both are given (13.2.2); a date counts only when a second
 * has passed since, because dates know no parts of a second.
 * @param headers of the request
 * @param moment the present one
 */
export function isNotModified(headers: Headers, { etag, lastModified }: Validators, moment: Date): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) return matchesEntityTag(tags, etag);
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  if (Number.isNaN(since)) return false;
  const changed = wholeSeconds(lastModified.getTime());
  return changed <= since && changed < wholeSeconds(moment.getTime());
}

/** Whether an If-None-Match names `etag`, by weak comparison (13.1.2). */
export function matchesEntityTag(tags: string, etag: string): boolean {
  return tags.trim() === "*" || tags.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/** Weak comparison (8.8.3.2): the marks of weakness do not count. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
