import type { HelplineView } from "@/lib/helplines/types";

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
