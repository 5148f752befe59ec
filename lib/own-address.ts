/** Addresses that editors type. Pure: the same answer in a form, in a verb and in a test. */
import { z } from "zod";

/**
 * A path of this site: one leading slash, never two (that would be another host), no backslash (browsers read it as a
 * slash), no white space and no control characters.
 */
const ownPath = /^\/(?:[^/\\\s\p{Cc}][^\\\s\p{Cc}]*)?$/u;
const longest = 500;

/** True for a path of this site, with or without query and fragment. */
export function isOwnPath(text: string): boolean {
  return ownPath.test(text);
}

/** True for an absolute https address with a host and without a user name. */
export function isHttpsAddress(text: string): boolean {
  if (!/^https:\/\/[^\\\s\p{Cc}]+$/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === "https:" && hostname !== "" && username === "" && password === "";
}

/** Where a link of the desk may lead: an own path, or an https address. */
export const linkTarget = z
  .string()
  .trim()
  .min(1, "is missing")
  .max(longest, `has at most ${String(longest)} characters`)
  .refine((text) => isOwnPath(text) || isHttpsAddress(text), "starts with / for a page of ours, or with https://");
