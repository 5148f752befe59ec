/** .deploy/nginx.conf in a real nginx, in front of servers that say what they were asked. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/web/client-address";
import { freePort } from "../../e2e/magazine-process";

let directory = "";
let base = "";
let nginx: ChildProcess | undefined;
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

/** The file as it is shipped, with the addresses and folders of this test. */
function adapted(port: number): string {
  let text = readFileSync(".deploy/nginx.conf", "utf8");
  const replace = (from: string, to: string): void => {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, to);
  };
  replace("pid /run/nginx.pid", `pid ${directory}/nginx.pid`);
  replace("listen 8080;", `listen 127.0.0.1:${String(port)};`);
  replace("server app-1:3000", `server 127.0.0.1:${String(instances[0]!.port)}`);
  replace("server app-2:3000", `server 127.0.0.1:${String(instances[1]!.port)}`);
  replace("root /var/cache/magazine;", `root ${directory}/cache;`);
  replace("root /etc/nginx/magazine;", `root ${path.resolve(".deploy")};`);
  // Where Debian's nginx keeps what it buffers belongs to another user; everything else stays as it is.
  replace("http {\n", `http {\n  client_body_temp_path ${directory}/body;\n  proxy_temp_path ${directory}/proxy;\n`);
  return `daemon off;\n${process.getuid?.() === 0 ? "user root;\n" : ""}${text}`;
}

function writePage(page: string, text: string): void {
  const folder = path.join(directory, "cache", "pages", page);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "index.html"), text);
  writeFileSync(path.join(folder, "index.html.gz"), gzipSync(text));
  writeFileSync(path.join(folder, "index.html.br"), brotliCompressSync(text));
}

beforeAll(async () => {
  if (spawnSync("nginx", ["-v"]).error) {
    throw new Error("This test needs nginx: apt-get install nginx-light, or what your system calls it.");
  }
  directory = mkdtempSync(path.join(tmpdir(), "magazine-nginx-"));
  chmodSync(directory, 0o755);
  instances.push(await startInstance(), await startInstance());
  const port = await freePort();
  base = `http://127.0.0.1:${String(port)}`;
  const file = path.join(directory, "nginx.conf");
  writeFileSync(file, adapted(port));
  const test = spawnSync("nginx", ["-t", "-p", directory, "-c", file], { encoding: "utf8" });
  expect(test.stderr).toContain("test is successful");
  expect(test.stderr).not.toContain("[warn]");
  writePage("news/sleep", "<p>Sleep</p>");
  writePage("", "<p>Home</p>");
  nginx = spawn("nginx", ["-p", directory, "-c", file], { stdio: "ignore" });
  for (;;) {
    if (
      await fetch(base).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

beforeEach(() => {
  for (const instance of instances) {
    instance.asked.length = 0;
    instance.answer = (response) => response.end("the app");
  }
});

afterAll(async () => {
  const gone = new Promise((resolve) => nginx?.once("exit", resolve));
  nginx?.kill("SIGTERM");
  if (nginx) await gone;
  for (const { server } of instances) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(directory, { recursive: true, force: true });
});

const asked = (): IncomingMessage[] => instances.flatMap((instance) => instance.asked);

/** The bytes as they came: fetch() would decode them. */
async function raw(url: string, headers: Record<string, string>, method = "GET") {
  const { request } = await import("node:http");
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
    request(base + url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("finished pages", () => {
  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["br;q=0, gzip", "gzip", gunzipSync],
    ["gzip;q=0.5", "gzip", gunzipSync],
    ["br;q=0.0", undefined, (bytes: Buffer) => bytes],
    ["identity", undefined, (bytes: Buffer) => bytes],
    ["brotli-of-another-kind", undefined, (bytes: Buffer) => bytes],
  ])("come from files; Accept-Encoding: %s gets %s", async (accepted, encoding, decode) => {
    const { status, headers, body } = await raw("/news/sleep", { "accept-encoding": accepted });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "Accept-Encoding",
    });
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
    expect(again.status).toBe(304);
    expect(asked()).toEqual([]);
  });

  it("are not served to who is signed in, to who asks something, or to who sends something", async () => {
    const body = async (answer: Promise<Response>): Promise<string> => (await answer).text();
    for (const cookie of ["next-auth.session-token=x", "a=b; __Secure-next-auth.session-token=x"]) {
      expect(await body(fetch(`${base}/news/sleep`, { headers: { cookie } }))).toBe("the app");
    }
    expect(await body(fetch(`${base}/news/sleep`, { headers: { cookie: "theme=dark" } }))).toBe("<p>Sleep</p>");
    expect(await body(fetch(`${base}/news/sleep?a=b`))).toBe("the app");
    expect(await body(fetch(`${base}/news/sleep`, { method: "POST" }))).toBe("the app");
    expect(asked()).toHaveLength(4);
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
    instances.splice(0, 2, await startInstance(instances[0]!.port), await startInstance(instances[1]!.port));
    expect((await fetch(`${base}/elsewhere`)).status).toBe(200);
  });
});
