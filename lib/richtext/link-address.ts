/** What people type or paste where a link's address belongs. */
import { markSchema } from "./schema";

/** The address when a body may carry it, else null. */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  return markSchema.safeParse({ type: "link", attrs: { href: trimmed } }).success ? trimmed : null;
}

const emailAddress = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}$/;
const bareDomain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/**
 * The address that was meant: "example.org/a" gets https://, "desk@example.org" gets mailto:, an address on this site
 * becomes a path, so that it goes on working under another name. Null when it can't be a link (javascript:, spaces, …).
 * @param siteOrigin for example "https://example.org"
 */
export function hrefFromTyped(typed: string, siteOrigin?: string): string | null {
  const text = typed.trim();
  if (emailAddress.test(text)) return safeHref(`mailto:${text}`);
  if (bareDomain.test(text)) return safeHref(`https://${text}`);
  const path = siteOrigin ? pathOnSite(text, siteOrigin) : null;
  return safeHref(path ?? text);
}

function pathOnSite(text: string, siteOrigin: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.origin !== siteOrigin || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

/** Whether a text is nothing but one web address, as when somebody pastes one over a word. */
export function isWebAddress(text: string): boolean {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) && safeHref(trimmed) !== null;
}
