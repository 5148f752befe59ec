/** The socket: limits that hold before anybody reads a request, and how connections end without an answer being lost. */
import { createServer, type RequestListener, type Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import { AppError } from "@/lib/errors";
import { admitBody } from "./body-limits";

/** Milliseconds for the first line and all headers. Whoever needs longer does it on purpose (slow-loris). */
const headersTimeout = 10_000;
/** Milliseconds for a whole request: an upload of 25 MB over a line of 1 Mbit/s takes 210 s. */
const requestTimeout = 300_000;
/**
 * Milliseconds that an open connection may wait for its next request. More than the 60 s that nginx and the load
 * balancers of the large clouds keep theirs, so that they close first and no request meets a closing connection.
 */
const keepAliveTimeout = 65_000;
/** Milliseconds without a byte in either direction, after which a connection is closed: a reader who stopped reading. */
const silenceTimeout = 300_000;
/** Bytes of first line and headers; more is answered with 431. */
const maxHeaderSize = 16 * 1024;
/** Milliseconds between two looks for connections that are too slow. */
const lookEvery = 1_000;
/** Open connections of one process. An idle one holds some 10 KB. */
const usualMaxConnections = 4_000;

/** Milliseconds after the start of a drain during which an idle connection may still ask something, and is answered. */
const idleGrace = 2_000;
/** Milliseconds after which a drain ends what is still open. */
const drainPatience = 20_000;

export type HttpServer = {
  server: Server;
  /** From now on requests are answered by this. */
  answerWith: (listener: RequestListener) => void;
  /** @returns the port. @throws AppError "unavailable" when the port is taken */
  listen: (port: number, host: string) => Promise<number>;
  /** Takes no new connections, lets open requests end, and resolves when nothing is open any more. */
  drain: () => Promise<void>;
};

/** A server that keeps the limits above and those of lib/web/body-limits.ts. */
export function createHttpServer(first: RequestListener, maxConnections = usualMaxConnections): HttpServer {
  let listener = first;
  let draining = false;
  let drained: Promise<void> | undefined;
  const server = createServer(
    { headersTimeout, requestTimeout, keepAliveTimeout, maxHeaderSize, connectionsCheckingInterval: lookEvery },
    (request, response) => {
      if (draining) response.setHeader("Connection", "close");
      if (admitBody(request, response)) listener(request, response);
    },
  );
  server.timeout = silenceTimeout;
  server.maxConnections = maxConnections;
  // Without this a full worker hands the connection back to the primary, which would offer it round and round.
  Object.assign(server, { dropMaxConnection: true });
  // A body that won't be taken is refused before the client sends it.
  server.on("checkContinue", (request, response) => {
    if (draining) response.setHeader("Connection", "close");
    if (!admitBody(request, response)) return;
    response.writeContinue();
    listener(request, response);
  });
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (_request, socket) => {
    upgraded.add(socket);
    socket.on("close", () => upgraded.delete(socket));
  });
  return {
    server,
    answerWith: (next) => {
      listener = next;
    },
    listen: (port, host) => listen(server, port, host),
    drain: () => {
      draining = true;
      for (const socket of upgraded) socket.destroy();
      drained ??= drain(server);
      return drained;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      const taken = `PORT ${String(port)} is in use by another program; set PORT to a free one.`;
      reject(error.code === "EADDRINUSE" ? new AppError("unavailable", taken) : error);
    };
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.removeListener("error", refuse);
      const address = server.address();
      resolve(address && typeof address === "object" ? address.port : port);
    });
  });
}

/**
 * Closing idle connections at once, as server.close() does, would cut off whoever is just asking on one: the request
 * crosses the closing on the wire and is lost. So they stay for a moment; who asks is answered with Connection: close.
 */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    let idle: NodeJS.Timeout | undefined;
    const grace = setTimeout(() => {
      server.closeIdleConnections();
      idle = setInterval(() => {
        server.closeIdleConnections();
      }, 100);
    }, idleGrace);
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, drainPatience);
    // The close() of node:net, which only stops listening.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(grace);
      clearInterval(idle);
      clearTimeout(impatience);
      resolve();
    });
  });
}
