/** A WebSub subscriber: finds the hub of a topic, subscribes, confirms its intent, and believes only what is signed. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type Delivery = { topic: string; body: string; contentType: string };

export type WebSubSubscriber = {
  /** What came, was signed as agreed, and named its topic. */
  deliveries: Delivery[];
  /** Deliveries that were not believed. */
  refused: number;
  /** Discovers hub and topic from the headers of `topic` (W3C WebSub, 4) and subscribes. */
  subscribe(topic: string): Promise<void>;
  stop(): Promise<void>;
};

export async function aWebSubSubscriber(): Promise<WebSubSubscriber> {
  const secret = randomBytes(20).toString("hex");
  const wanted = new Set<string>();
  const confirmed = new Set<string>();
  const server = createServer((request, response) => {
    if (request.method === "GET") confirm(request, response, wanted, confirmed);
    else void take(request, response, subscriber, secret);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const callback = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/callback`;
  const subscriber: WebSubSubscriber = {
    deliveries: [],
    refused: 0,
    async subscribe(topic) {
      const { hub, self } = linksOf((await fetch(topic)).headers.get("link"));
      if (!hub || !self) throw new Error(`${topic} names no hub`);
      wanted.add(self);
      const form = {
        "hub.mode": "subscribe",
        "hub.topic": self,
        "hub.callback": callback,
        "hub.secret": secret,
        "hub.lease_seconds": "3600",
      };
      const { status } = await fetch(hub, { method: "POST", body: new URLSearchParams(form) });
      if (status !== 202) throw new Error(`the hub answered ${String(status)}`);
      for (let wait = 0; !confirmed.has(self); wait += 1) {
        if (wait > 200) throw new Error("the hub did not ask whether the subscription was meant");
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return subscriber;
}

function confirm(
  request: IncomingMessage,
  response: ServerResponse,
  wanted: Set<string>,
  confirmed: Set<string>,
): void {
  const { searchParams } = new URL(request.url ?? "", "http://localhost");
  const topic = searchParams.get("hub.topic") ?? "";
  if (!wanted.has(topic) || searchParams.get("hub.mode") !== "subscribe") return void response.writeHead(404).end();
  response.on("finish", () => confirmed.add(topic)).end(searchParams.get("hub.challenge"));
}

async function take(request: IncomingMessage, response: ServerResponse, subscriber: WebSubSubscriber, secret: string) {
  const body = await buffer(request);
  const [method, given = ""] = String(request.headers["x-hub-signature"] ?? "").split("=");
  const expected = createHmac("sha256", secret).update(body).digest();
  const signature = Buffer.from(given, "hex");
  const { self } = linksOf(String(request.headers.link ?? ""));
  const isGood = method === "sha256" && signature.length === expected.length && timingSafeEqual(signature, expected);
  if (!isGood || !self) {
    subscriber.refused += 1;
    // 8: the hub is not told that it was not believed.
    return void response.writeHead(202).end();
  }
  const contentType = request.headers["content-type"] ?? "";
  subscriber.deliveries.push({ topic: self, body: body.toString("utf8"), contentType });
  response.writeHead(204).end();
}

function linksOf(header: string | null): { hub?: string; self?: string } {
  const links = [...(header ?? "").matchAll(/<([^>]*)>;\s*rel="?(\w+)"?/g)].map(([, url, rel]) => [rel, url]);
  return Object.fromEntries(links) as { hub?: string; self?: string };
}
