/** What comes in at the socket of the real process: too slow, too long, too much. */
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { maxUploadBytes } from "@/lib/media/limits";
import { magazines, statusOf, type Magazines, type Running } from "./magazine-process";

let own: Magazines;
let site: Running;

test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async () => {
  own = magazines();
  site = await own.start();
  await expect.poll(() => statusOf(`${site.base}/readyz`), { timeout: 120_000 }).toBe(200);
});

test.afterAll(() => own.end());

/** Says the parts, one every `pause` milliseconds, and listens until the connection is closed. */
function converse(parts: Iterable<string | Buffer>, pause = 0): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(site.port, "127.0.0.1");
    let heard = "";
    socket.on("data", (chunk: Buffer) => (heard += chunk.toString("latin1")));
    // A reset is a way of being closed.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(heard);
    });
    void (async () => {
      for (const part of parts) {
        if (socket.destroyed) return;
        socket.write(part);
        if (pause > 0) await new Promise((next) => setTimeout(next, pause));
      }
    })();
  });
}

test("headers that come a byte at a time are cut off, and nobody else waits for them", async () => {
  const slow = Array.from({ length: 20 }, () => converse(endlessHeader(), 1_000));
  expect(await statusOf(`${site.base}/`)).toBe(200);
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

function* endlessHeader(): Generator<string> {
  yield "GET / HTTP/1.1\r\nHost: a\r\n";
  for (;;) yield "X-Slow: 1\r\n";
}

test("a connection on which nobody says anything is closed", async () => {
  await converse([]);
});

test("a form that comes a byte at a time is cut off", async () => {
  const head = "POST /admin/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n";
  await converse([head, ...Array.from({ length: 200 }, () => "x")], 1_000);
});

test("headers of more than 16 KB are refused", async () => {
  const cookie = `Cookie: a=${"x".repeat(20_000)}\r\n`;
  expect(await converse([`GET / HTTP/1.1\r\nHost: a\r\n${cookie}\r\n`])).toMatch(/^HTTP\/1\.1 431 /);
});

test("a body is refused where it is too long, and before it has come", async () => {
  for (const [line, bytes] of [
    ["POST /", 1],
    ["GET /search?q=sleep", 10],
    ["POST /admin/sign-in", 64 * 1024 + 1],
    ["POST /admin/articles", 2 ** 20 + 1],
    ["POST /admin/api/media?name=a.jpg", maxUploadBytes + 2 ** 20 + 1],
  ] as const) {
    const answer = await converse([`${line} HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(bytes)}\r\n\r\n`]);
    expect(answer, line).toMatch(/^HTTP\/1\.1 413 [^]*Connection: close/);
  }
});

test("a form in chunks without an end is cut off where its limit is", async () => {
  const type = "Content-Type: application/x-www-form-urlencoded";
  const head = `POST /admin/sign-in HTTP/1.1\r\nHost: a\r\n${type}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const piece = `2000\r\n${"x".repeat(0x2000)}\r\n`;
  const answer = await converse([head, ...Array.from({ length: 40 }, () => piece)]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test("an upload may be long, and is refused for who sends it", async () => {
  const response = await fetch(`${site.base}/admin/api/media?name=a.jpg`, {
    method: "POST",
    body: Buffer.alloc(2 * 2 ** 20),
    headers: { origin: `http://localhost:${String(site.port)}` },
  });
  expect(response.status).toBe(401);
});

test("a protocol that is not spoken here is no way to stay", async () => {
  const upgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eHh4\r\n";
  await converse([`GET /anything HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n`]);
  expect(await converse(["CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n"])).not.toMatch(/ 200 /);
});

test("none of it is an alarm in the log, and the site is as it was", async () => {
  expect(site.lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  expect(site.lines().filter(({ msg }) => msg === "a worker died")).toEqual([]);
  expect(await statusOf(`${site.base}/`)).toBe(200);
});
