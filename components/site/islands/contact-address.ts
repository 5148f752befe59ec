/** Reading an e-mail address that is written for people. */

/**
 * @param text what a reader sees, for example `desk@example.org` or `desk [at] example [dot] org`
 * @returns the address, or null when the text is anything else
 */
export function addressIn(text: string): string | null {
  const address = text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/\s*[[(]\s*at\s*[\])]\s*/i, "@")
    .replace(/\s*[[(]\s*dot\s*[\])]\s*/gi, ".")
    .trim();
  return /^[\w.+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(address) ? address : null;
}
