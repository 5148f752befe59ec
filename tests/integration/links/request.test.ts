import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAddress } from "@/lib/links/check-address";
import { RequestError, requestWeb, type RequestFailure, type RequestOptions } from "@/lib/links/request";
import { startWebServer, type WebServer } from "./web-server";

let server: WebServer;
beforeAll(async () => {
  server = await startWebServer();
});
afterAll(() => server.stop());

const options: RequestOptions = { method: "GET", timeout: 500, maxBytes: 1000, redirects: 3 };
const ask = (path: string, given: Partial<RequestOptions> = {}) =>
  requestWeb(server.url + path, { ...options, ...given }, server.network);
const failureOf = async (request: Promise<unknown>): Promise<RequestFailure | null> =>
  request.then(
    () => null,
    (error: unknown) => (error instanceof RequestError ? error.failure : null),
  );

describe("a request to the web", () => {
  it("reads a page, and follows redirects to where they end", async () => {
    await expect(ask("/moved")).resolves.toMatchObject({ status: 200, url: `${server.url}/page` });
    await expect(ask("/moved", { redirects: 0 })).resolves.toMatchObject({ status: 301, body: "" });
  });

  it("reads no more than it was told to", async () => {
    expect((await ask("/endless")).body).toHaveLength(1000);
  });

  it("fails with a reason", async () => {
    expect(await failureOf(ask("/slow"))).toBe("timeout");
    expect(await failureOf(ask("/broken"))).toBe("unreachable");
    expect(await failureOf(ask("/loop"))).toBe("too-many-redirects");
    expect(await failureOf(requestWeb("http://no-such-host.invalid/", options))).toMatch(/no-host|unreachable/);
  });

  it("asks only the public internet", async () => {
    const before = server.asked.length;
    const { port } = new URL(server.url);
    for (const address of [
      server.url,
      `http://localhost:${port}/`,
      "http://localhost/",
      "http://127.0.0.1/",
      "http://127.1/",
      "http://2130706433/",
      "http://0x7f.0.0.1/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
      "http://169.254.169.254/latest/meta-data",
      "https://example.org:22/",
    ])
      expect([address, await failureOf(requestWeb(address, options))]).toEqual([address, "private"]);
    for (const address of [
      "file:///etc/passwd",
      "ftp://example.org/",
      "javascript:alert(1)",
      "http://a:b@example.org/",
      "x",
    ])
      expect([address, await failureOf(requestWeb(address, options))]).toEqual([address, "bad-address"]);
    expect(server.asked).toHaveLength(before);
  });

  it("is not led into a private network by a redirect", async () => {
    expect(await failureOf(ask("/to-metadata"))).toBe("private");
    expect(await failureOf(ask("/to-file"))).toBe("bad-address");
  });

  it("judges what a name resolves to, not the name", async () => {
    const { port } = new URL(server.url);
    const names: string[] = [];
    const network = { allowsPort: () => true, allowsAddress: (address: string) => names.push(address) === 0 };
    expect(await failureOf(requestWeb(`http://localhost:${port}/`, options, network))).toBe("private");
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((address) => /^(127\.|::1$)/.test(address))).toBe(true);
  });
});

describe("a link", () => {
  const outcome = async (path: string) => (await checkAddress(server.url + path, server.network)).outcome;

  it.each([
    ["/page", "alive"],
    ["/moved", "alive"],
    ["/no-head", "alive"],
    ["/404", "dead"],
    ["/410", "dead"],
    ["/loop", "dead"],
    ["/to-metadata", "dead"],
    ["/403", "unclear"],
    ["/429", "unclear"],
    ["/500", "unclear"],
    ["/broken", "unclear"],
  ])("%s is %s", async (path, expected) => {
    expect(await outcome(path)).toBe(expected);
  });

  it("is asked for by HEAD, and by GET only where that failed", async () => {
    server.asked.length = 0;
    await outcome("/page");
    await outcome("/no-head");
    await outcome("/410");
    expect(server.asked).toEqual(["HEAD /page", "HEAD /no-head", "GET /no-head", "HEAD /410"]);
  });
});
