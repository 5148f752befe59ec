/** .deploy/nginx.conf in a real nginx, in front of servers that say what they were asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pageFolder, pagesFolder, siteFolder } from "@/lib/page-files/layout";
import { headersDigest, servingHeaders } from "@/lib/page-files/serving-headers";
import { clientAddress } from "@/lib/web/client-address";
import { nginxPatience, startNginx, type Nginx } from "@/tests/factories/nginx";
import { ask, type Answer } from "@/tests/factories/raw-request";

let nginx: Nginx;
let base = "";
const instances: Instance[] = [];

type Instance = { server: Server; port: number; asked: IncomingMessage[]; answer: (response: ServerResponse) => void };

async function startInstance(port = 0): Promise<Instance> {
  const instance: Instance = { server: createServer(), port, asked: [], answer: (response) => response.end("the app") };
  instance.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    instance.asked.push(request);
    request.resume();
    request.on("end", () => {
      instance.answer(response);
    });
  });
  await new Promise<void>((resolve) => instance.server.listen(port, "127.0.0.1", resolve));
  const address = instance.server.address();
  if (address && typeof address === "object") instance.port = address.port;
  return instance;
}

/** The folder of a page's files. @param site as a SITE_URL */
function folderOf(page: string, site = base): string {
  return path.join(nginx.pageFiles, pagesFolder, siteFolder(site, headersDigest()), pageFolder(page)!);
}

function writePage(page: string, text: string, site = base): void {
  const folder = folderOf(page, site);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "index.html"), text);
  writeFileSync(path.join(folder, "index.html.gz"), gzipSync(text));
  writeFileSync(path.join(folder, "index.html.br"), brotliCompressSync(text));
}

beforeAll(async () => {
  instances.push(await startInstance(), await startInstance());
  nginx = await startNginx([instances[0]!.port, instances[1]!.port]);
  ({ base } = nginx);
  writePage("/news/sleep", "<p>Sleep</p>");
  writePage("/", "<p>Home</p>");
}, nginxPatience);

beforeEach(() => {
  for (const instance of instances) {
    instance.asked.length = 0;
    instance.answer = (response) => response.end("the app");
  }
});

afterAll(async () => {
  await nginx.stop();
  for (const { server } of instances) {
    server.close();
    server.closeAllConnections();
  }
});

const asked = (): IncomingMessage[] => instances.flatMap((instance) => instance.asked);

const raw = (url: string, headers: Record<string, string>, method = "GET"): Promise<Answer> =>
  ask(base, url, headers, method);

describe("finished pages", () => {
  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
    ["zstd, BR;q=0.9, gzip", "br", brotliDecompressSync],
    ["br;q=0, gzip", "gzip", gunzipSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["gzip;q=0.5", "gzip", gunzipSync],
    ["br;q=0.0", undefined, (bytes: Buffer) => bytes],
    ["identity", undefined, (bytes: Buffer) => bytes],
    ["brotli-of-another-kind", undefined, (bytes: Buffer) => bytes],
  ])("come from files; Accept-Encoding: %s gets %s", async (accepted, encoding, decode) => {
    const { status, headers, body } = await raw("/news/sleep", { "accept-encoding": accepted });
    expect(status).toBe(200);
    const expected = Object.fromEntries(servingHeaders(base));
    expect(headers).toMatchObject(expected);
    const own = ["connection", "content-encoding", "content-length", "date", "etag", "server"];
    expect(Object.keys(headers).filter((name) => !(name in expected) && !own.includes(name))).toEqual([]);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(decode(body).toString()).toBe("<p>Sleep</p>");
    expect(asked()).toEqual([]);
  });

  it("are the front page too, answer HEAD, and 304 to who has them", async () => {
    const home = await raw("/", {});
    expect(home.body.toString()).toBe("<p>Home</p>");
    const head = await raw("/news/sleep", {}, "HEAD");
    expect(head.headers["content-length"]).toBe("12");
    const again = await raw("/news/sleep", { "if-none-match": head.headers.etag ?? "" });
    expect([again.status, again.headers.etag]).toEqual([304, head.headers.etag]);
    expect(again.headers).toMatchObject({
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "Accept-Encoding",
    });
    // The time of a file says nothing.
    const dated = await raw("/news/sleep", { "if-modified-since": new Date(Date.now() + 86_400_000).toUTCString() });
    expect(dated.status).toBe(200);
    const part = await raw("/news/sleep", { range: "bytes=0-1" });
    expect([part.status, part.body.toString()]).toEqual([200, "<p>Sleep</p>"]);
    expect(asked()).toEqual([]);
  });

  it("are those of the address and scheme that the reader came by", async () => {
    writePage("/news/elsewhere", "<p>Secure</p>", "https://magazine.example");
    const get = (headers: Record<string, string>) => raw("/news/elsewhere", headers);
    expect((await get({ host: "magazine.example" })).body.toString()).toBe("the app");
    expect((await get({ host: "www.magazine.example", "x-forwarded-proto": "https" })).body.toString()).toBe("the app");
    expect((await raw("/news/sleep", { host: "magazine.example" })).body.toString()).toBe("the app");
    const secure = await get({ host: "Magazine.example:443", "x-forwarded-proto": "https" });
    expect(secure.body.toString()).toBe("<p>Secure</p>");
    expect(secure.headers).toMatchObject(Object.fromEntries(servingHeaders("https://magazine.example")));
    expect((await raw("/news/sleep", {})).headers).not.toHaveProperty("strict-transport-security");
  });

  it("are served by the one way to write their address; the app sends the others on", async () => {
    writePage("/tag/%C3%A9motion", "<p>Emotion</p>");
    expect((await raw("/tag/%C3%A9motion", {})).body.toString()).toBe("<p>Emotion</p>");
    const others = [
      "/news/sleep/",
      "//news/sleep",
      "/News/sleep",
      "/news/slee%70",
      "/news/./sleep",
      "/news/sleep?",
      "/?",
    ];
    for (const url of [...others, "/tag/%c3%a9motion", "/news/x/../sleep", "/news%2Fsleep"]) {
      expect((await raw(url, {})).body.toString(), url).toBe("the app");
    }
  });

  it("that can't be opened are asked of the app: one may go between the look and the opening", async () => {
    const folder = folderOf("/news/gone");
    mkdirSync(folder, { recursive: true });
    // The look takes it for a file.
    execFileSync("mkfifo", [path.join(folder, "index.html")]);
    for (const instance of instances) instance.answer = (response) => response.end(`asked`);
    const answer = await raw("/news/gone", {});
    expect([answer.status, answer.body.toString()]).toEqual([200, "asked"]);
    expect(asked().map(({ url }) => url)).toEqual(["/news/gone"]);
    rmSync(folder, { recursive: true });
  });

  it("are not served to who is signed in, to who asks something, or to who sends something", async () => {
    const body = async (answer: Promise<Response>): Promise<string> => (await answer).text();
    for (const cookie of ["next-auth.session-token=x", "a=b; __Secure-next-auth.session-token=x"]) {
      expect(await body(fetch(`${base}/news/sleep`, { headers: { cookie } }))).toBe("the app");
    }
    expect(await body(fetch(`${base}/news/sleep`, { headers: { cookie: "theme=dark" } }))).toBe("<p>Sleep</p>");
    expect(await body(fetch(`${base}/news/sleep?a=b`))).toBe("the app");
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      expect(await body(fetch(`${base}/news/sleep`, { method })), method).toBe("the app");
    }
    expect(asked()).toHaveLength(8);
  });

  it("that are not there are asked for as the reader wrote them", async () => {
    const urls = ["/news/none", "/News//x/?q=a%20b&c", "/tag/%C3%A9t%C3%A9", "/%c3%a9/%2F/a%20b", "/a//b/../c"];
    for (const url of urls) await raw(url, {});
    const received = asked().map(({ url }) => url);
    expect(received.sort()).toEqual(urls.sort());
  });

  it("that are not there are asked of the app, and nothing beside them is reached", async () => {
    for (const url of ["/news/other", "/news", "/admin", "/news/sleep/index.html", "/..%2fnginx.conf", "/nowhere"]) {
      const { body } = await raw(url, {});
      expect(body.toString(), url).toMatch(/the app|400 Bad Request/);
    }
  });
});

describe("what is passed on", () => {
  it("names the client as TRUSTED_PROXIES=1 reads it, whatever the client says itself", async () => {
    await fetch(`${base}/somewhere`, { headers: { "x-forwarded-for": "6.6.6.6", "x-forwarded-proto": "gopher" } });
    const [request] = asked();
    expect(clientAddress(request!, 1)).toBe("127.0.0.1");
    expect(request!.headers).toMatchObject({
      host: base.replace("http://", ""),
      "x-forwarded-for": "6.6.6.6, 127.0.0.1",
      "x-forwarded-proto": "http",
    });
    expect(request!.headers["x-request-id"]).toMatch(/^[\w-]{8,64}$/);
    expect(request!.headers.connection).not.toBe("close");
  });

  it("is a body of the desk up to its limit, and a small one elsewhere", async () => {
    const post = async (url: string, bytes: number): Promise<number> =>
      (await fetch(base + url, { method: "POST", body: Buffer.alloc(bytes) })).status;
    expect(await post("/admin/api/media", 20 * 2 ** 20)).toBe(200);
    expect(await post("/api/auth/callback", 60_000)).toBe(200);
    expect(await post("/api/auth/callback", 70_000)).toBe(413);
    expect(asked()).toHaveLength(2);
  });
});

describe("an instance that can't answer", () => {
  it("is passed by: the other one is asked, at once", async () => {
    instances[0]!.answer = (response) => {
      response.statusCode = 503;
      response.end("starting");
    };
    for (let round = 0; round < 6; round += 1) {
      const response = await fetch(`${base}/elsewhere`);
      expect([response.status, await response.text()]).toEqual([200, "the app"]);
    }
  });

  it("is not asked a second time for something that changes anything", async () => {
    for (const instance of instances) instance.answer = (response) => response.destroy();
    const response = await fetch(`${base}/admin/x`, { method: "POST", body: "x" });
    expect(response.status).toBe(503);
    expect(asked()).toHaveLength(1);
  });

  it("may say itself that it is away; when nobody is there, nginx does, and knows the pages it has", async () => {
    for (const instance of instances) {
      instance.answer = (response) => {
        response.statusCode = 503;
        response.end("the database is away");
      };
    }
    expect(await (await fetch(`${base}/elsewhere`)).text()).toBe("the database is away");
    for (const { server } of instances) {
      server.close();
      server.closeAllConnections();
    }
    const away = await fetch(`${base}/elsewhere`);
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("10");
    expect(away.headers.get("cache-control")).toBe("no-store");
    expect(await away.text()).toContain("We will be back in a moment");
    expect((await fetch(`${base}/news/sleep`)).status).toBe(200);
    // An error that came of another one.
    const folder = folderOf("/news/gone");
    mkdirSync(folder, { recursive: true });
    execFileSync("mkfifo", [path.join(folder, "index.html")]);
    expect(await (await fetch(`${base}/news/gone`, { headers: { "accept-encoding": "identity" } })).text()).toContain(
      "We will be back",
    );
    instances.splice(0, 2, await startInstance(instances[0]!.port), await startInstance(instances[1]!.port));
    expect((await fetch(`${base}/elsewhere`)).status).toBe(200);
  });
});
