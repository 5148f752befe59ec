/** The ways to reach a help line, as words and links. */
import type { HelplineView } from "./types";

export type HelplineWay = { label: string; href: string };

/** Every way to reach a line: calls first, then texts, then its website. */
export function helplineWays({ phone, sms, url }: HelplineView): HelplineWay[] {
  const ways = phone.map((number) => ({ label: `Call ${number}`, href: telHref(number) }));
  if (sms)
    ways.push({ label: sms.keyword ? `Text ${sms.keyword} to ${sms.to}` : `Text ${sms.to}`, href: smsHref(sms) });
  const website = url === null ? null : websiteName(url);
  if (url !== null && website !== null) ways.push({ label: website, href: url });
  return ways;
}

/**
 * What else a caller should know; null when there is nothing.
 * @param country the heading it stands under; a line that serves only a part of it says so
 */
export function helplineDetails(line: HelplineView, country: string): string | null {
  const details = [line.country === country ? null : line.country, line.hours, line.note].filter(Boolean);
  return details.length > 0 ? details.join(", ") : null;
}

/** "116 123" becomes tel:116123 (RFC 3966; short numbers have no country code). */
export function telHref(number: string): string {
  return `tel:${dialled(number)}`;
}

/** "HOME" to 741741 becomes sms:741741?body=HOME (RFC 5724). */
export function smsHref({ to, keyword }: NonNullable<HelplineView["sms"]>): string {
  const body = keyword === null ? "" : `?body=${encodeURIComponent(keyword)}`;
  return `sms:${dialled(to)}${body}`;
}

/** The host of a web address as people say it, without www; null when the address is none of the web. */
export function websiteName(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, "");
}

function dialled(number: string): string {
  return number.replace(/[^\d+]/g, "");
}
