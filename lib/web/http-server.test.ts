/** The server at its socket: real connections, bytes as they are sent. */
import type { IncomingMessage, RequestListener } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpServer, type HttpServer } from "./http-server";

const running: HttpServer[] = [];

afterEach(() => {
  for (const { server } of running.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Answers with the number of bytes of the body. */
const count: RequestListener = (request, response) => {
  bytesOf(request).then(
    (bytes) => response.end(`${String(bytes)} bytes`),
    () => response.destroy(),
  );
};

async function bytesOf(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) bytes += chunk.length;
  return bytes;
}

async function start(listener: RequestListener = count, maxConnections?: number): Promise<[HttpServer, number]> {
  const http = createHttpServer(listener, maxConnections);
  running.push(http);
  return [http, await http.listen(0, "127.0.0.1")];
}

/** A connection, and everything that was heard on it until it was closed. */
function dial(port: number) {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.on("data", (chunk: Buffer) => (heard += chunk.toString("latin1")));
  // A reset is a way of being closed.
  socket.on("error", () => undefined);
  const closed = new Promise<string>((resolve) =>
    socket.on("close", () => {
      resolve(heard);
    }),
  );
  const hears = async (part: string): Promise<void> => {
    while (!heard.includes(part)) {
      if (socket.destroyed) throw new Error(`closed after: ${heard}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { socket, closed, hears, heard: () => heard };
}

async function send(port: number, request: string): Promise<string> {
  const { socket, closed } = dial(port);
  socket.write(request);
  return closed;
}

describe("a request's head", () => {
  it("is refused with 431 when it is longer than 16 KB", async () => {
    const [, port] = await start();
    const answer = await send(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(17_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("is refused with 400 when it is none", async () => {
    const [, port] = await start();
    expect(await send(port, "hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("a request's body", () => {
  it("reaches the listener whole, with a length and in chunks", async () => {
    const [, port] = await start();
    const head = "POST /admin/sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    expect(await send(port, `${head}Content-Length: 5\r\n\r\nhello`)).toMatch(/200 OK[^]*5 bytes/);
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n`;
    expect(await send(port, chunked)).toMatch(/200 OK[^]*11 bytes/);
  });

  it("is refused with 413 by its length, without being read, and the connection is closed", async () => {
    let asked = 0;
    const [, port] = await start(() => (asked += 1));
    const head = "POST /admin/sign-in HTTP/1.1\r\nHost: a\r\n";
    expect(await send(port, `${head}Content-Length: 65537\r\n\r\nx`)).toMatch(/^HTTP\/1\.1 413 [^]*Connection: close/);
    expect(asked).toBe(0);
  });

  it("is answered with 413 also when all of it is sent before anybody listens to the answer", async () => {
    const [, port] = await start();
    const body = "x".repeat(3_000_000);
    const answer = await send(port, `POST /admin HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*That is more than can be sent here/);
  });

  it("is counted when nobody knows its length before", async () => {
    const [, port] = await start();
    const { socket, closed } = dial(port);
    socket.write("POST /api/auth/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const piece = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    for (let sent = 0; sent <= 64 * 1024; sent += 0x4000) socket.write(piece);
    expect(await closed).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("is not taken at an address that has no use for it", async () => {
    const [, port] = await start();
    for (const line of ["GET /admin", "POST /", "PUT /news"]) {
      expect(await send(port, `${line} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi`)).toMatch(
        /^HTTP\/1\.1 413 /,
      );
      const chunked = `${line} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n`;
      expect(await send(port, chunked)).toMatch(/^HTTP\/1\.1 413 /);
    }
  });

  it("is refused before it is sent when the client asks first", async () => {
    const [, port] = await start();
    const head = "POST /admin/sign-in HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n";
    const refused = await send(port, `${head}Content-Length: 70000\r\n\r\n`);
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    const taken = dial(port);
    taken.socket.write(`${head}Content-Length: 2\r\n\r\n`);
    await taken.hears("100 Continue");
    taken.socket.write("hi");
    expect(await taken.closed).toMatch(/200 OK[^]*2 bytes/);
  });

  it("is answered in JSON where programs ask", async () => {
    const [, port] = await start();
    const answer = await send(port, "POST /admin/api/tags HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n");
    expect(answer).toMatch(/application\/json[^]*\{"error":\{"code":"too-large"/);
  });
});

describe("connections", () => {
  it("beyond the limit are closed at once; those that are open go on", async () => {
    const [, port] = await start(count, 2);
    const open = [dial(port), dial(port)];
    for (const { socket, hears } of open) {
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      await hears("0 bytes");
    }
    expect(await dial(port).closed).toBe("");
    open[0]!.socket.write("GET /again HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(await open[0]!.closed).toMatch(/0 bytes[^]*0 bytes/);
  });
});

describe("a drain", () => {
  it("lets a request under way end, answers one that comes on an open connection, and closes idle ones", async () => {
    const waiting: (() => void)[] = [];
    const [http, port] = await start((request, response) => {
      if (request.url === "/slow") waiting.push(() => response.end("at last"));
      else response.end("hello");
    });
    const [slow, busy, idle] = [dial(port), dial(port), dial(port)];
    slow.socket.write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    for (const { socket, hears } of [busy, idle]) {
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      await hears("hello");
    }
    let drained = false;
    const drain = http.drain().then(() => (drained = true));
    busy.socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(await busy.closed).toMatch(/keep-alive[^]*hello[^]*Connection: close[^]*hello/i);
    await expect(dial(port).closed).resolves.toBe("");
    await idle.closed;
    expect(drained).toBe(false);
    waiting[0]!();
    expect(await slow.closed).toContain("at last");
    await drain;
  });
});
