/** A search engine's IndexNow endpoint on this machine, which answers as the documentation of indexnow.org says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { z } from "zod";

const submission = z.object({
  host: z.string(),
  key: z.string().regex(/^[A-Za-z0-9-]{8,128}$/),
  keyLocation: z.url(),
  urlList: z.array(z.url()).min(1).max(10_000),
});

export type IndexNow = {
  url: string;
  /** The address lists that were taken, one a request. */
  submissions: string[][];
  /** When each of them was taken. */
  times: number[];
  requests: number;
  /** Answers the next requests with these instead, one each. */
  failures: { status: number; headers?: Record<string, string> }[];
  stop(): Promise<void>;
};

export async function anIndexNowEndpoint(): Promise<IndexNow> {
  const server: Server = createServer((request, response) => {
    endpoint.requests += 1;
    answer(request, response, endpoint).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint: IndexNow = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/indexnow`,
    submissions: [],
    times: [],
    requests: 0,
    failures: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return endpoint;
}

async function answer(request: IncomingMessage, response: ServerResponse, endpoint: IndexNow): Promise<void> {
  const failure = endpoint.failures.shift();
  if (failure) return void response.writeHead(failure.status, failure.headers).end("not now");
  const isJson = request.headers["content-type"] === "application/json; charset=utf-8";
  const parsed = isJson ? submission.safeParse(await json(request)) : undefined;
  if (request.method !== "POST" || !parsed?.success) return void response.writeHead(400).end("Invalid format");
  const { host, key, keyLocation, urlList } = parsed.data;
  if ([keyLocation, ...urlList].some((url) => new URL(url).host !== host)) {
    return void response.writeHead(422).end("URLs which don't belong to the host");
  }
  const file = await fetch(keyLocation, { redirect: "error" });
  const isText = file.headers.get("content-type")?.startsWith("text/plain") ?? false;
  if (!file.ok || !isText || (await file.text()).trim() !== key) {
    return void response.writeHead(403).end("key not valid");
  }
  endpoint.submissions.push(urlList);
  endpoint.times.push(Date.now());
  response.writeHead(200).end();
}
