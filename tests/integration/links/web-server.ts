/** A web server on this machine whose pages misbehave in every way that links do, and a network in which it may be asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "@/lib/links/network";

export type WebServer = { url: string; network: Network; asked: string[]; stop: () => Promise<void> };

const page =
  '<html><head><title>A page &amp; more</title><meta name="citation_title" content="A study"></head><body>Text</body></html>';

const redirects: Record<string, [status: number, location: string]> = {
  "/moved": [301, "/page"],
  "/loop": [302, "/loop"],
  "/to-metadata": [302, "http://169.254.169.254/latest/meta-data"],
  "/to-file": [302, "file:///etc/passwd"],
};

/** Paths that do something else than show a page. */
const oddities: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/slow": () => undefined,
  "/broken": (request) => request.socket.destroy(),
  "/no-head": (request, response) => response.writeHead(request.method === "HEAD" ? 405 : 200).end(),
  "/endless": (_, response) => {
    const pump = (): void => {
      while (response.write("x".repeat(65_536)));
    };
    response.on("drain", pump);
    pump();
  },
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "/";
  const redirect = redirects[path];
  const oddity = oddities[path];
  if (redirect) response.writeHead(redirect[0], { location: redirect[1] }).end();
  else if (oddity) oddity(request, response);
  else if (/^\/\d{3}$/.test(path)) response.writeHead(Number(path.slice(1))).end("status");
  else response.setHeader("Content-Type", "text/html; charset=utf-8").end(page);
}

export async function startWebServer(): Promise<WebServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    network: {
      allowsPort: (candidate) => candidate === port || candidate === 80,
      allowsAddress: (address) => address === "127.0.0.1",
    },
    stop: () => stop(server),
  };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
