/**
 * One address a thing: how an address is written, decided before anything else looks at a request. Pure; whether there is
 * anything at the address is for the page to say (request-handler.ts).
 */
import { hasLegacyQuery } from "@/lib/legacy-addresses/query";
import { pathOfSegments } from "@/lib/redirects/rules";
import { isTrackingParameter } from "./tracking-parameters";

export type AddressVerdict =
  /** It is written as it should be. `target` is what was asked for. */
  | { kind: "serve"; target: string }
  /** It is written otherwise; `target` is the one way to write it. */
  | { kind: "respell"; target: string }
  /** The address of an earlier site, by number or name in the query: no page of ours has it. */
  | { kind: "look-up"; target: string }
  /** What only programs that look for weaknesses of another product ask for. */
  | { kind: "foreign" }
  /** Not an address at all: broken percent encoding, broken UTF-8, control characters. */
  | { kind: "bad" };

/** Files and programs' addresses are case-sensitive and taken as they are. */
const literalPrefixes = ["/_next/", "/assets/", "/media/"];
/** What the desk and programs put into a query is theirs. */
const ownQueryPrefixes = ["/admin", "/api"];
/** Entrances of WordPress that never held anything to read. */
const foreignPath =
  /\/(?:wp-login|xmlrpc|wp-cron|wp-signup|wp-activate|wp-trackback|wp-comments-post|wp-mail|wp-config)\.php$|^\/wp-(?:admin|json|includes)(?:\/|$)/;
const indexFile = /^index\.(?:html?|php)$/;

/**
 * @param asked path and query as they stand in the request line, for example `/News/?a=1`
 */
export function judgeAddress(asked: string): AddressVerdict {
  const escaped = escapeBytes(asked);
  const [rawPath] = splitTarget(escaped);
  if (!rawPath.startsWith("/")) return { kind: "bad" };
  const decoded = decode(rawPath);
  // In a query broken bytes are somebody's typing: they are read as such, but never break the page.
  if (decoded === null || /\p{Cc}/u.test(decoded)) return { kind: "bad" };
  const target = canonicalTarget(escaped);
  const [path, query] = splitTarget(target);
  if (foreignPath.test(path)) return { kind: "foreign" };
  if (!hasOwnQuery(path) && hasLegacyQuery(path, query)) return { kind: "look-up", target };
  return { kind: target === asked ? "serve" : "respell", target };
}

/**
 * The one way to write an address of this site: no empty or dot parts, no backslashes, lower case, only the escapes that
 * are needed (RFC 3986, 6.2.2), no file name of an index, no first page, no tracking parameters.
 * @param target path with or without query and fragment; it starts with one / afterwards, whatever it was
 */
export function canonicalTarget(target: string): string {
  const [, beforeHash = "", hash = ""] = /^([^#]*)(#.*)?$/s.exec(target) ?? [];
  const [rawPath, rawQuery] = splitTarget(beforeHash);
  const path = canonicalPath(rawPath);
  const query = isLiteral(path) || hasOwnQuery(path) ? rawQuery : withoutTracking(rawQuery);
  return path + (query === "" ? "" : `?${query}`) + hash;
}

function canonicalPath(rawPath: string): string {
  const segments = withoutDots(rawPath.split(/[/\\]+/).filter((segment) => segment !== ""));
  const literal = `/${segments.join("/")}`;
  return isLiteral(literal) ? literal : withoutDefaults(pathOfSegments(segments));
}

/** What stands for the list itself: the name of its index file and its first page. */
function withoutDefaults(path: string): string {
  const kept = path.split("/").slice(1);
  for (;;) {
    const { length } = kept;
    // "/index.php/2019/a-story": what servers that can't rewrite addresses made of them.
    if (kept[0] === "index.php") kept.shift();
    if (indexFile.test(kept.at(-1) ?? "")) kept.pop();
    if (kept.at(-2) === "page" && kept.at(-1) === "1") kept.length -= 2;
    if (kept.length === length) return `/${kept.join("/")}`;
  }
}

/** RFC 3986, 5.2.4; browsers do it before they ask, escaped or not. */
function withoutDots(segments: readonly string[]): string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    const plain = segment.replace(/%2e/gi, ".");
    if (plain === "..") kept.pop();
    else if (plain !== ".") kept.push(segment);
  }
  return kept;
}

/** Parts that stay are not rewritten. */
function withoutTracking(query: string): string {
  const kept = query.split("&").filter((part) => part !== "" && !isTrackingParameter(nameOf(part)));
  return kept.join("&");
}

function nameOf(part: string): string {
  const [name = ""] = part.split("=");
  return decode(name.replaceAll("+", " ")) ?? name;
}

function isLiteral(path: string): boolean {
  return literalPrefixes.some((prefix) => path.startsWith(prefix));
}

function hasOwnQuery(path: string): boolean {
  return ownQueryPrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** Path, and query without its question mark. */
export function splitTarget(target: string): [path: string, query: string] {
  const start = target.indexOf("?");
  return start === -1 ? [target, ""] : [target.slice(0, start), target.slice(start + 1)];
}

/** Node gives the bytes of a request line as characters; those beyond ASCII should have been escaped. */
function escapeBytes(asked: string): string {
  return asked.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
