/** A finished answer as it is kept: compressed once, its headers written once, ready to be sent. */
import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { tagHeaders } from "@/lib/cdn/tags";
import { compress, isCompressible, type Encoding } from "@/lib/web/compression";
import { entityTag } from "./entity-tag";

/** A whole answer, not compressed. */
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** One encoding of a page. */
type Variant = {
  /** Strong: of exactly these bytes (RFC 9110, 8.8.3). */
  etag: string;
  /** Names and values in turn, as writeHead() takes them fastest. */
  headers: string[];
  /** Of the 304. */
  notModified: string[];
  /** Null for the plain text of a page that is kept compressed: it is unpacked for the few who ask for it. */
  body: Buffer | null;
};

/**
 * fresh: as it would be made now. stale: something beside its content may have changed; readers may see it while another
 * is made. expired: what it shows has ended by time; it is for outages only.
 */
export type Freshness = "fresh" | "stale" | "expired";

export type KeptPage = {
  readonly status: number;
  readonly variants: Readonly<Record<Encoding, Variant>>;
  /** Milliseconds, or NaN when the answer says nothing. */
  readonly lastModified: number;
  readonly family: string;
  /** Memory it takes, roughly. */
  readonly bytes: number;
  freshness: Freshness;
  /** By the clock, in milliseconds: until then it is served without a thought. */
  freshUntil: number;
  /** When it stopped being fresh. */
  since: number;
  /** How much it is asked for; fades. */
  heat: number;
  /** By the steady counter: not to be tried again before. */
  retryAt: number;
  /** By the clock: from then on a reader's hit gives it to the mirror again. Infinity when that has no place for it. */
  mirrorAt: number;
};

/** Shared caches may keep an answer for `sharedMaxAge` seconds; null when nothing would purge them. */
export type KeepingRules = { sharedMaxAge: number | null };

/** Larger answers are sent, but not kept. Bytes. */
const largestBody = 4 * 1024 * 1024;
/** Headers, strings and the objects around them, for each encoding. Bytes. */
const overhead = 3_000;

/** Made anew for every answer, or about the connection and not the page. */
const ownHeaders = new Set(
  "cache-control connection content-encoding content-length date etag keep-alive transfer-encoding vary x-request-id".split(
    " ",
  ),
);
const keptStatus = new Set([200, 404, 410]);
const unpack = promisify(gunzip);

export type Judgement =
  | "keep"
  /** Anybody may have it, nobody needs it again. */
  | "send"
  /** Meant for one reader or one address: everybody asks for their own. */
  | "pass"
  | "failed";

/** What may be done with an answer. */
export function judge({ status, headers, body }: Rendered): Judgement {
  if (status >= 500) return "failed";
  if (headers["set-cookie"] !== undefined || headers["location"] !== undefined || status === 304) return "pass";
  if (/private|no-store/i.test(text(headers["cache-control"]))) return "pass";
  const keepable = keptStatus.has(status) && isCompressible(text(headers["content-type"]));
  return keepable && headers["content-encoding"] === undefined && body.length <= largestBody ? "keep" : "send";
}

/** @param family as in ./routes.ts */
export async function keepPage(rendered: Rendered, family: string, rules: KeepingRules): Promise<KeptPage> {
  const { status, headers, body } = rendered;
  const [br, gzip] = await Promise.all([compress(body, "br", "page"), compress(body, "gzip", "page")]);
  const common = [...commonHeaders(headers, rules), ...tagHeaders(family)];
  const plain = variantOf(body, "identity", common);
  const isPacked = gzip.encoding === "gzip" && br.encoding === "br";
  const variants = isPacked
    ? {
        br: variantOf(br.body, "br", common),
        gzip: variantOf(gzip.body, "gzip", common),
        identity: { ...plain, body: null },
      }
    : { br: plain, gzip: plain, identity: plain };
  return {
    status,
    variants,
    lastModified: Date.parse(text(headers["last-modified"])),
    family,
    bytes: (isPacked ? br.body.length + gzip.body.length : body.length) + 3 * overhead,
    freshness: "fresh",
    freshUntil: 0,
    since: 0,
    heat: 0,
    retryAt: 0,
    mirrorAt: Infinity,
  };
}

/** The page as it was before it was compressed. */
export async function plainBody({ variants }: KeptPage): Promise<Buffer> {
  return variants.identity.body ?? unpack(variants.gzip.body ?? Buffer.alloc(0));
}

function commonHeaders(headers: OutgoingHttpHeaders, { sharedMaxAge }: KeepingRules): [string, string][] {
  const shared = sharedMaxAge === null ? "" : `, s-maxage=${String(sharedMaxAge)}`;
  const own = Object.entries(headers).filter(([name]) => !ownHeaders.has(name) && !name.startsWith("x-nextjs-"));
  return [
    ...own.map(([name, value]): [string, string] => [nameOf(name), text(value)]),
    ["Vary", "Accept-Encoding"],
    ["Cache-Control", `public, max-age=0, must-revalidate${shared}`],
  ];
}

function variantOf(body: Buffer, encoding: Encoding, common: [string, string][]): Variant {
  const etag = entityTag(body);
  const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  const headers = [...common.flat(), ...encoded, "ETag", etag, "Content-Length", String(body.length)];
  // RFC 9110, 15.4.5: what the 200 would say of caching, and nothing of the body.
  const repeated = common.filter(([name]) => /^(?:Cache-Control|Vary|Last-Modified)$/.test(name));
  return { etag, headers, notModified: [...repeated.flat(), "ETag", etag], body };
}

/** As headers are usually written. */
function nameOf(lower: string): string {
  return lower.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function text(value: number | string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
