/** Texts of a page's head. */

/** Search engines show about this many characters of a description. */
const longestDescription = 160;

/** Cuts a description between words. */
export function cutDescription(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longestDescription) return line;
  const head = line.slice(0, longestDescription);
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), longestDescription / 2)).replace(/[\s,;:–—-]+$/, "")}…`;
}

/** The description of page `page` of a list; 2 and up say so first, since all of them describe the same list. */
export function numberedDescription(description: string, page = 1): string {
  return page > 1 ? `Page ${String(page)}. ${description}` : description;
}

/**
 * The first letter as a capital. Categories and tags are named as they stand within a sentence
 * ("marriage psychology"); at the start of a title they open one.
 */
export function capitalized(name: string): string {
  const [first = ""] = name;
  return first.toLocaleUpperCase("en") + name.slice(first.length);
}

/** The title of a tag's page. Some tags are called like a category; no two pages share a title. */
export function tagTitle(name: string): string {
  return `Articles on ${name}`;
}
