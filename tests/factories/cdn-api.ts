/**
 * The purge interfaces of three kinds of CDN on one local server, which answers as their documentation says: Cloudflare's API
 * v4 (Purge Cached Content), Fastly's (Purging), and the magazine's own for anything else (lib/cdn/http.ts).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";

type Kind = "http" | "cloudflare" | "fastly";
export type TakenPurge = { by: Kind; tags: string[] | "everything"; at: number };
type Answer = { status: number; headers?: Record<string, string>; body: string };

export type CdnApi = {
  /** The same after a restart. */
  url: string;
  /** The variables that name it. */
  environment: (kind: Kind) => Record<"CDN" | "CDN_PURGE_URL" | "CDN_PURGE_TOKEN" | "CDN_ZONE" | "CDN_SERVICE", string>;
  /** What was purged, in the order of the requests. */
  purges: TakenPurge[];
  /** How often somebody came, whatever the answer. */
  requests: number;
  /** What the next requests get instead, one each; "hang" is no answer at all. */
  failures: (Partial<Answer> | "hang")[];
  /** Hears of every purge before it is answered. */
  onPurge: (tags: string[] | "everything") => void;
  stop(): Promise<void>;
  /** Nothing happens if it runs. */
  start(): Promise<void>;
};

const token = "a-token-that-nobody-may-see";
const zone = "023e105f4ecef8ad9ca31a8372d0c353";
const service = "SU1Z0isxPaozGVKXdv0eY";

export async function aCdnApi(): Promise<CdnApi> {
  let server: Server | undefined;
  let port = 0;
  const api: CdnApi = {
    url: "",
    environment: (CDN) => ({
      CDN,
      CDN_PURGE_URL: CDN === "http" ? `${api.url}/purge` : api.url,
      CDN_PURGE_TOKEN: token,
      CDN_ZONE: CDN === "cloudflare" ? zone : "",
      CDN_SERVICE: CDN === "fastly" ? service : "",
    }),
    purges: [],
    requests: 0,
    failures: [],
    onPurge: () => undefined,
    async start() {
      if (server) return;
      server = createServer((request, response) => {
        api.requests += 1;
        answer(request, response, api).catch((error: unknown) => {
          response.writeHead(500).end(String(error));
        });
      });
      await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
      port = (server.address() as AddressInfo).port;
      api.url = `http://127.0.0.1:${String(port)}`;
    },
    async stop() {
      const stopping = server;
      server = undefined;
      stopping?.closeAllConnections();
      if (stopping) await new Promise((resolve) => stopping.close(resolve));
    },
  };
  await api.start();
  return api;
}

async function answer(request: IncomingMessage, response: ServerResponse, api: CdnApi): Promise<void> {
  const body = await text(request);
  const failure = api.failures.shift();
  if (failure === "hang") return;
  const {
    status,
    headers,
    body: said,
  } = failure ? { status: 500, body: "not now", ...failure } : purge(request, body, api);
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(said);
}

function purge({ method, url, headers }: IncomingMessage, body: string, api: CdnApi): Answer {
  if (method !== "POST") return { status: 405, body: "" };
  const isJson = headers["content-type"] === "application/json";
  const given = { body: isJson ? parse(body) : undefined, api };
  if (url === "/purge") return own(headers.authorization, given);
  if (url === `/client/v4/zones/${zone}/purge_cache`) return cloudflare(headers.authorization, given);
  if (url === `/service/${service}/purge`) return fastly(headers["fastly-key"], given);
  if (url === `/service/${service}/purge_all`) return fastlyAll(headers["fastly-key"], api);
  return { status: 404, body: "" };
}

type Given = { body: unknown; api: CdnApi };
const tag = z
  .string()
  .max(1024)
  .regex(/^[\x21-\x2b\x2d-\x7e]+$/);

function own(authorization: string | undefined, { body, api }: Given): Answer {
  if (authorization !== `Bearer ${token}`) return { status: 401, body: `wrong: ${authorization ?? ""}` };
  const asked = z
    .union([z.strictObject({ tags: z.array(tag).min(1) }), z.strictObject({ everything: z.literal(true) })])
    .safeParse(body);
  if (!asked.success) return { status: 400, body: "what?" };
  take(api, "http", "tags" in asked.data ? asked.data.tags : "everything");
  return { status: 204, body: "" };
}

function cloudflare(authorization: string | undefined, { body, api }: Given): Answer {
  const refused = (status: number, code: number, message: string): Answer => ({
    status,
    body: JSON.stringify({ success: false, errors: [{ code, message }], messages: [], result: null }),
  });
  if (authorization !== `Bearer ${token}`) return refused(403, 10000, "Authentication error");
  const asked = z
    .union([
      z.strictObject({ tags: z.array(tag).min(1).max(100) }),
      z.strictObject({ purge_everything: z.literal(true) }),
    ])
    .safeParse(body);
  if (!asked.success) return refused(400, 1094, "The request can't be read, or names more than 100 tags.");
  take(api, "cloudflare", "tags" in asked.data ? asked.data.tags : "everything");
  return { status: 200, body: JSON.stringify({ success: true, errors: [], messages: [], result: { id: zone } }) };
}

function fastly(key: string | string[] | undefined, { body, api }: Given): Answer {
  if (key !== token) return notFastlys();
  const asked = z.strictObject({ surrogate_keys: z.array(tag).min(1).max(256) }).safeParse(body);
  if (!asked.success) return { status: 400, body: JSON.stringify({ msg: "Bad request" }) };
  take(api, "fastly", asked.data.surrogate_keys);
  return {
    status: 200,
    body: JSON.stringify(Object.fromEntries(asked.data.surrogate_keys.map((name) => [name, "1"]))),
  };
}

function fastlyAll(key: string | string[] | undefined, api: CdnApi): Answer {
  if (key !== token) return notFastlys();
  take(api, "fastly", "everything");
  return { status: 200, body: JSON.stringify({ status: "ok" }) };
}

function notFastlys(): Answer {
  return { status: 401, body: JSON.stringify({ msg: "Provided credentials are missing or invalid" }) };
}

function take(api: CdnApi, by: Kind, tags: string[] | "everything"): void {
  api.onPurge(tags);
  api.purges.push({ by, tags, at: Date.now() });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
