/**
 * What may be stored, by extension. Closed on purpose: nothing here can run script in a reader's browser (no SVG, no
 * HTML), so serving an object can never become cross-site scripting.
 */
const contentTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
};

/** The media type (IANA) of a key such as "media/ab/12.avif", or null when its extension is not in the table. */
export function contentTypeOf(key: string): string | null {
  const extension = /\.([a-z0-9]+)$/.exec(key)?.[1];
  if (extension === undefined || !Object.hasOwn(contentTypes, extension)) return null;
  return contentTypes[extension] ?? null;
}
