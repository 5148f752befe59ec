/** Registries put markup into titles: "<i>Homo sapiens</i> &amp; sleep". */
import sanitizeHtml from "sanitize-html";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/**
 * A text without markup, on one line.
 * @param longest characters; what is longer is cut
 * @returns null when no words are left
 */
export function plainWords(text: string | undefined, longest: number): string | null {
  if (text === undefined) return null;
  // "p < .05" is no tag: only what looks like one is taken for markup.
  const escaped = text.replace(/<(?![/a-z])/gi, "&lt;");
  const bare = sanitizeHtml(escaped, { allowedTags: [], allowedAttributes: {}, nonTextTags: ["script", "style"] })
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(/[\0\p{Cs}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return bare === "" ? null : Array.from(bare).slice(0, longest).join("").slice(0, longest).trim();
}
