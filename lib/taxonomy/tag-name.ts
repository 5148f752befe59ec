/** Names of tags as people type them. Pure. */

/** One line without a leading "#", without a comma at its end and without doubled spaces: "  #low  self-esteem," is "low self-esteem". */
export function tidyTagName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .replace(/^#+\s*/, "")
    .replace(/[\s,;]+$/, "");
}
