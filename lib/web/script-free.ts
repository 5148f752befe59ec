/**
 * Reader pages are documents: nothing on them needs React in the browser. Next puts its bootstrap scripts, its flight
 * data and their preloads into every page nevertheless; this takes them out of the finished HTML.
 *
 * What stays: our own module (/assets/…), inline scripts marked `data-keep`, and data blocks such as JSON-LD.
 */

const scriptElement = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
const preloadOfScript = /<link\b(?=[^>]*\brel="(?:module)?preload")(?=[^>]*\bas="script")[^>]*>/gi;
const keepsScript =
  /\bdata-keep\b|\bsrc="\/assets\/|\btype="application\/(?:ld\+json|json)"|\btype="speculationrules"/i;

/** @param html a finished page; strings inside scripts never hold a literal `</script>` (React escapes it) */
export function withoutFrameworkScripts(html: string): string {
  return html
    .replace(scriptElement, (element, attributes: string) => (keepsScript.test(attributes) ? element : ""))
    .replace(preloadOfScript, "");
}
