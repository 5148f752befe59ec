/**
 * Requests to addresses that people typed. Every host is resolved once, every address it has is judged, and the connection
 * goes to an address that was judged: a name that answers differently the second time gains nothing.
 */
import { lookup as resolveHost, type LookupAddress } from "node:dns";
import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { publicNetwork, type Network } from "./network";

export type RequestFailure = "bad-address" | "private" | "no-host" | "timeout" | "unreachable" | "too-many-redirects";

export class RequestError extends Error {
  override name = "RequestError";
  readonly failure: RequestFailure;

  constructor(failure: RequestFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}

export type WebAnswer = { status: number; headers: IncomingHttpHeaders; body: string; url: string };

export type RequestOptions = {
  method: "HEAD" | "GET";
  headers?: Record<string, string>;
  /** Milliseconds for everything together, redirects included. */
  timeout: number;
  /** Bytes of the body that are read; the rest is left. */
  maxBytes: number;
  /** How many redirects are followed; the next one is the answer when none may be followed, else an error. */
  redirects: number;
};

/** Says who asks, as robots should (RFC 9110, 10.1.5). */
const userAgent = "MentalHealthNetworkLinkCheck/1.0";

/**
 * Asks an address and follows redirects, each of which is judged anew.
 * @param network the public internet; tests hand in another
 * @throws RequestError
 */
export async function requestWeb(
  address: string,
  options: RequestOptions,
  network: Network = publicNetwork,
): Promise<WebAnswer> {
  const signal = AbortSignal.timeout(options.timeout);
  let url = judgedUrl(address, network);
  for (let left = options.redirects; ; left -= 1) {
    const answer = await requestOnce(url, options, { network, signal });
    const location = redirectOf(answer);
    if (location === null || options.redirects === 0) return answer;
    if (left === 0) throw new RequestError("too-many-redirects");
    url = judgedUrl(location, network, url);
  }
}

function redirectOf({ status, headers }: WebAnswer): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function judgedUrl(address: string, network: Network, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new RequestError("bad-address");
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new RequestError("bad-address");
  }
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!network.allowsPort(port)) throw new RequestError("private");
  // Node connects to a literal address without looking it up.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !network.allowsAddress(literal)) throw new RequestError("private");
  return url;
}

function requestOnce(
  url: URL,
  { method, headers, maxBytes }: RequestOptions,
  { network, signal }: { network: Network; signal: AbortSignal },
): Promise<WebAnswer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      headers: { "User-Agent": userAgent, Accept: "*/*", "Accept-Encoding": "identity", ...headers },
      // A connection of its own: a pooled one could lead to an address that nobody judged.
      agent: false,
      lookup: judgedLookup(network),
      signal,
    });
    const fail = (error: unknown): void => {
      reject(requestError(error, signal));
    };
    request.on("error", fail);
    request.on("response", (response) => {
      readBody(response, method === "HEAD" ? 0 : maxBytes).then((body) => {
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: response.headers, body, url: url.href });
      }, fail);
    });
    request.end();
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  if (maxBytes > 0) {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxBytes) break;
    }
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, maxBytes).toString("utf8");
}

/** Every address of the host must be allowed: with one of them private, which is used would be a matter of luck. */
function judgedLookup(network: Network): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = (addresses as LookupAddress[] | undefined) ?? [];
      if (error) callback(error, "", 0);
      else if (!first || !addresses.every(({ address }) => network.allowsAddress(address))) {
        callback(new RequestError("private"), "", 0);
      } else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function requestError(error: unknown, signal: AbortSignal): RequestError {
  if (error instanceof RequestError) return error;
  if (signal.aborted) return new RequestError("timeout", { cause: error });
  const code = error instanceof Error && "code" in error ? error.code : null;
  return new RequestError(code === "ENOTFOUND" ? "no-host" : "unreachable", { cause: error });
}
