/**
 * A WebSub hub on this machine, by the letter of the W3C Recommendation (23 January 2018): it takes subscriptions and verifies
 * the intent of the subscriber (5.1 to 5.3), keeps them for their lease, fetches a topic when it is told that it changed, and
 * gives its full content to the subscribers, signed (7, 8). In memory.
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

type Subscription = { topic: string; callback: string; secret: string | null; until: number; given: string | null };
type Refusal = { status: number; headers?: Record<string, string>; body?: string };

export type WebSubHub = {
  /** The same after a restart. */
  url: string;
  /** Topics of the publish requests that were taken, in their order. */
  pings: string[];
  /** How often somebody came, whatever the answer. */
  requests: number;
  /** What publish requests for a topic are answered with instead; nothing to take them. */
  refuse: (topic: string) => Refusal | undefined;
  subscriptions: () => readonly Subscription[];
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Leases the hub grants (5.1: it may choose), in seconds. */
const longestLease = 864_000;

export async function aWebSubHub(): Promise<WebSubHub> {
  const subscriptions = new Map<string, Subscription>();
  let server: Server | undefined;
  let port = 0;
  const hub: WebSubHub = {
    url: "",
    pings: [],
    requests: 0,
    refuse: () => undefined,
    subscriptions: () => [...subscriptions.values()],
    async start() {
      server = createServer((request, response) => {
        hub.requests += 1;
        answer(request, response, hub, subscriptions).catch((error: unknown) => {
          response.writeHead(500).end(String(error));
        });
      });
      await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
      port = (server.address() as AddressInfo).port;
      hub.url = `http://127.0.0.1:${String(port)}/`;
    },
    async stop() {
      const stopping = server;
      server = undefined;
      stopping?.closeAllConnections();
      if (stopping) await new Promise((resolve) => stopping.close(resolve));
    },
  };
  await hub.start();
  return hub;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  hub: WebSubHub,
  subscriptions: Map<string, Subscription>,
): Promise<void> {
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (request.method !== "POST" || !isForm) {
    response.writeHead(request.method === "POST" ? 415 : 405, { Allow: "POST" }).end("a form by POST, please");
    return;
  }
  const form = new URLSearchParams(await text(request));
  if (form.get("hub.mode") === "publish") await publish(form, response, hub, subscriptions);
  else await subscribe(form, response, subscriptions);
}

async function publish(
  form: URLSearchParams,
  response: ServerResponse,
  hub: WebSubHub,
  subscriptions: Map<string, Subscription>,
): Promise<void> {
  const topic = form.get("hub.url") ?? "";
  const refusal = hub.refuse(topic) ?? (URL.canParse(topic) ? undefined : { status: 400 });
  if (refusal) {
    response.writeHead(refusal.status, refusal.headers).end(refusal.body);
    return;
  }
  hub.pings.push(topic);
  response.writeHead(204).end();
  await distribute(topic, hub, subscriptions);
}

async function subscribe(
  form: URLSearchParams,
  response: ServerResponse,
  subscriptions: Map<string, Subscription>,
): Promise<void> {
  const [mode, callback, topic] = ["mode", "callback", "topic"].map((name) => form.get(`hub.${name}`) ?? "") as [
    string,
    string,
    string,
  ];
  const secret = form.get("hub.secret");
  // 5.1: a secret has less than 200 bytes.
  const isGood = /^(?:un)?subscribe$/.test(mode) && [callback, topic].every((url) => URL.canParse(url));
  if (!isGood || Buffer.byteLength(secret ?? "") >= 200) {
    response.writeHead(400).end("bad request");
    return;
  }
  const lease = Math.min(longestLease, Number(form.get("hub.lease_seconds") ?? longestLease));
  response.writeHead(202).end();
  if (!(await verifyIntent(mode, { callback, topic, lease }))) return;
  const key = `${callback} ${topic}`;
  if (mode === "unsubscribe") subscriptions.delete(key);
  else subscriptions.set(key, { topic, callback, secret, until: Date.now() + lease * 1000, given: null });
}

/** 5.3: the subscriber says yes by echoing the challenge. */
async function verifyIntent(mode: string, subscription: { callback: string; topic: string; lease: number }) {
  const { callback, topic, lease } = subscription;
  const challenge = randomBytes(16).toString("hex");
  const url = new URL(callback);
  url.searchParams.set("hub.mode", mode);
  url.searchParams.set("hub.topic", topic);
  url.searchParams.set("hub.challenge", challenge);
  if (mode === "subscribe") url.searchParams.set("hub.lease_seconds", String(lease));
  const response = await fetch(url);
  return response.ok && (await response.text()) === challenge;
}

/** 7: the content of the topic as it is now, to everybody whose copy is older. */
async function distribute(topic: string, hub: WebSubHub, subscriptions: Map<string, Subscription>): Promise<void> {
  const wanted = [...subscriptions.values()].filter((one) => one.topic === topic && one.until > Date.now());
  if (wanted.length === 0) return;
  const response = await fetch(topic, { redirect: "error" });
  if (!response.ok) throw new Error(`${topic} answered ${String(response.status)}`);
  const content = Buffer.from(await response.arrayBuffer());
  const hash = createHash("sha256").update(content).digest("hex");
  for (const subscription of wanted) {
    if (subscription.given === hash) continue;
    const { callback, secret } = subscription;
    const signature = secret && createHmac("sha256", secret).update(content).digest("hex");
    const delivery = await fetch(callback, {
      method: "POST",
      body: content,
      headers: {
        "Content-Type": response.headers.get("content-type") ?? "application/octet-stream",
        Link: `<${hub.url}>; rel="hub", <${topic}>; rel="self"`,
        ...(signature ? { "X-Hub-Signature": `sha256=${signature}` } : {}),
      },
    });
    if (delivery.ok) subscription.given = hash;
  }
}
