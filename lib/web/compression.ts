/** Choosing and doing the compression of an answer. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/**
 * Brotli 5 and gzip 6 cost about the same time on a page and are the knee of both curves. Assets, which browsers keep for
 * ever, may cost some milliseconds more; Brotli's last two levels cost ten times as much again.
 */
const quality = { page: { br: 5, gzip: 6 }, asset: { br: 9, gzip: 9 } } as const;
/** Below this the headers cost more than is saved. Bytes. */
const smallest = 512;

/** The best encoding that the client takes (RFC 9110, 12.5.3), by our order of preference. */
export function negotiateEncoding(acceptEncoding: string | undefined): Encoding {
  const weightOf = weightsIn(acceptEncoding);
  if (weightOf("br") > 0) return "br";
  return weightOf("gzip") > 0 ? "gzip" : "identity";
}

/** Whether the client takes gzip, whatever else it takes. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return weightsIn(acceptEncoding)("gzip") > 0;
}

function weightsIn(acceptEncoding: string | undefined): (name: string) => number {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, q ? Number(q.slice(2)) || 0 : 1);
  }
  return (name) => weights.get(name) ?? weights.get("*") ?? 0;
}

export function isCompressible(contentType: string): boolean {
  return /^(text\/|application\/(json|ld\+json|feed\+json|javascript|manifest\+json|xml|rss\+xml|atom\+xml)|image\/svg\+xml)/.test(
    contentType,
  );
}

/** @returns the body and the encoding it is in; small bodies stay as they are */
export async function compress(
  body: Buffer,
  encoding: Encoding,
  kind: keyof typeof quality,
): Promise<{ body: Buffer; encoding: Encoding }> {
  if (encoding === "identity" || body.length < smallest) return { body, encoding: "identity" };
  if (encoding === "gzip") return { body: await deflate(body, { level: quality[kind].gzip }), encoding };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality[kind].br,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
  };
  return { body: await brotli(body, { params }), encoding };
}

/** The usual window of four megabytes is cleared for every page, which takes a third of the time. Bits: RFC 7932, 9.1. */
function windowFor(bytes: number): number {
  const bits = Math.ceil(Math.log2(bytes));
  return Math.min(Math.max(bits, constants.BROTLI_MIN_WINDOW_BITS), constants.BROTLI_DEFAULT_WINDOW);
}
