/** Writing XML 1.0. */

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Most addresses, and nothing that has to be looked at closely. */
const plainAscii = /^[ !#-%(-;=?-~]*$/;

/** Text for element content and attributes. Characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  if (plainAscii.test(text)) return text;
  return allowed(text).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Markup as text that needs no escapes; a "]]>" in it is spread over two sections. */
export function cdata(markup: string): string {
  return `<![CDATA[${allowed(markup).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/**
 * An element with text.
 * @param attributes those that are null are left out
 */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

/** @param inner XML; an element without any is empty */
export function element(name: string, attributes: Attributes, inner = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`);
  const open = `<${name}${written.join("")}`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** The characters of XML 1.0 (2.2). */
function allowed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
