/**
 * One address a thing. Decides what to do with a request's address before anything else looks at it.
 */

export type AddressVerdict =
  | { kind: "serve" }
  /** Permanently elsewhere: one hop to the final address. */
  | { kind: "redirect"; location: string }
  /** Not an address at all: broken percent encoding, broken UTF-8, control characters. */
  | { kind: "bad" };

/** Files and programs' addresses are case-sensitive and taken as they are. */
const literalPrefixes = ["/_next/", "/assets/", "/media/"];

/**
 * @param target path and query as they stand in the request line, for example `/News/?a=1`
 */
export function judgeAddress(target: string): AddressVerdict {
  const queryStart = target.indexOf("?");
  const rawPath = queryStart === -1 ? target : target.slice(0, queryStart);
  const query = queryStart === -1 ? "" : target.slice(queryStart);
  if (!rawPath.startsWith("/")) return { kind: "bad" };
  const decoded = decode(rawPath);
  // In a query broken bytes are somebody's typing: they are read as such, but never break the page.
  if (decoded === null || /\p{Cc}/u.test(decoded)) return { kind: "bad" };
  if (literalPrefixes.some((prefix) => rawPath.startsWith(prefix))) return { kind: "serve" };
  const canonical = canonicalPath(rawPath);
  return canonical === rawPath ? { kind: "serve" } : { kind: "redirect", location: canonical + query };
}

function canonicalPath(path: string): string {
  const folded = path
    .replace(/[/\\]{2,}|\\/g, "/")
    // Percent escapes keep their upper-case digits (RFC 3986, 6.2.2.1); letters of the path become lower case.
    .replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) => (part.startsWith("%") ? part.toUpperCase() : part.toLowerCase()))
    .replace(/\/page\/1\/?$/, "")
    .replace(/\/+$/, "");
  return folded === "" ? "/" : folded;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
