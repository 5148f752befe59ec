/**
 * A finished answer as it is kept: compressed once for each encoding that somebody takes, its headers written once, ready to
 * be sent. Brotli is made at once and is what is kept; nearly everybody takes it. gzip and the plain text are made of it for
 * the first who asks: made for every page, they would be half of the memory and of the time that compressing takes.
 */
import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { tagHeaders } from "@/lib/cdn/tags";
import { compress, isCompressible, type Encoding } from "@/lib/web/compression";
import { entityTag } from "./entity-tag";

/** A whole answer, not compressed. */
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** One encoding of a page. */
export type Variant = {
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
  /** What the answer says in every encoding. */
  readonly common: readonly (readonly [string, string])[];
  /** False for what is so short that it is sent as it is, whatever the client takes. */
  readonly isCompressed: boolean;
  /** Those that were made; the others come from `variantIn`. */
  readonly variants: Partial<Record<Encoding, Variant>>;
  readonly beingMade: Map<Encoding, Promise<Variant>>;
  /** Milliseconds, or NaN when the answer says nothing. */
  readonly lastModified: number;
  readonly family: string;
  /** Memory it takes, roughly. Grows with each encoding. */
  bytes: number;
  /** Who counts its bytes, while somebody keeps it. */
  grown: () => void;
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
const unpack = promisify(brotliDecompress);

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
  const packed = await compress(body, "br", "page");
  const kept = inOwnMemory(packed.body);
  const common = [...commonHeaders(headers, rules), ...tagHeaders(family)];
  const isCompressed = packed.encoding === "br";
  const variant = variantOf(kept, packed.encoding, common);
  return {
    status,
    common,
    isCompressed,
    variants: isCompressed ? { br: variant } : { br: variant, gzip: variant, identity: variant },
    beingMade: new Map(),
    lastModified: Date.parse(text(headers["last-modified"])),
    family,
    bytes: kept.length + overhead,
    grown: () => undefined,
    freshness: "fresh",
    freshUntil: 0,
    since: 0,
    heat: 0,
    retryAt: 0,
    mirrorAt: Infinity,
  };
}

/** The page in an encoding: made when it is asked for the first time, once however many ask. */
export function variantIn(page: KeptPage, encoding: Encoding): Promise<Variant> {
  const made = page.variants[encoding];
  if (made) return Promise.resolve(made);
  const making =
    page.beingMade.get(encoding) ?? makeVariant(page, encoding).finally(() => page.beingMade.delete(encoding));
  page.beingMade.set(encoding, making);
  return making;
}

async function makeVariant(page: KeptPage, encoding: Encoding): Promise<Variant> {
  const plain = await plainBody(page);
  const { body } = await compress(plain, encoding, "page");
  const variant = variantOf(inOwnMemory(body), encoding, page.common);
  if (encoding === "identity") variant.body = null;
  page.variants[encoding] = variant;
  page.bytes += (variant.body?.length ?? 0) + overhead;
  page.grown();
  return variant;
}

/** What Node makes lies together with other things in a block of 64 kB, and would keep all of it for a page of 20. */
function inOwnMemory(body: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(body.length);
  body.copy(own);
  return own;
}

/** The page as it was before it was compressed. */
export async function plainBody({ variants }: KeptPage): Promise<Buffer> {
  return variants.identity?.body ?? unpack(variants.br?.body ?? Buffer.alloc(0));
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

function variantOf(body: Buffer, encoding: Encoding, common: KeptPage["common"]): Variant {
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
