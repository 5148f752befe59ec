/** From the socket to the answer, with our own handling around Next: every address in one hop, and HEAD like GET. */
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readerPage } from "@/app/(site)/reader-page";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { setEnvironment } from "@/lib/env";
import { recordLegacyAddresses } from "@/lib/legacy-addresses/commands";
import { findInhabitant } from "@/lib/reader-addresses/queries";
import { splitTarget } from "@/lib/web/address";
import { noSuchPage } from "@/lib/web/or-not-found";
import { createRequestHandler, type NextHandler } from "@/lib/web/request-handler";
import { aCategory, aDesk, aPublishedArticle, aTag } from "@/tests/factories/articles";

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

const big = "/media/ab/big.jpg";
let server: Server;
let written = 0;
let closed: Promise<void> = Promise.resolve();

/** Stands where Next stands: pages where something is, and a picture that is written piece by piece. */
const next: NextHandler = async (request, response) => {
  const [path] = splitTarget(request.url ?? "/");
  if (path === big) {
    written = 0;
    response.setHeader("Content-Type", "image/jpeg");
    closed = new Promise((resolve) =>
      response.once("close", () => {
        resolve();
      }),
    );
    for (; written < 1_000 && !response.destroyed && !response.writableFinished; written += 1) {
      response.write(Buffer.alloc(1_000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
    return;
  }
  const inhabitant = await findInhabitant(path);
  const page = readerPage(() =>
    Promise.resolve().then(() => (inhabitant ? createElement("p", null, path) : noSuchPage())),
  );
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("ETag", '"a"');
  response.end(`<!doctype html>${renderToStaticMarkup(await page({}))}`);
};

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = ask({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on("error", reject).end();
  });
}

beforeAll(async () => {
  const [categoryId, tagId] = [await aCategory("growth"), await aTag("stress")];
  const { articleId } = await aPublishedArticle({
    slug: "a-story",
    categoryId,
    tagIds: [tagId],
    authorIds: [await aDesk()],
  });
  for (let number = 0; number < 12; number += 1) await aPublishedArticle({ categoryId });
  await transaction((tx) => recordLegacyAddresses(tx, [{ kind: "article", targetId: articleId, legacyId: 12 }]));
  await database().redirect.createMany({
    data: [
      { fromPath: "/moved", toPath: "/growth/a-story" },
      { fromPath: "/moved-for-now/*", toPath: "/news/*", status: 302 },
      { fromPath: "/gone", status: 410 },
    ],
  });
  server = createServer(createRequestHandler(next, null)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
beforeEach(() => {
  setEnvironment({ SITE_URL: "https://www.example.org", TRUSTED_PROXIES: "1" });
});
afterAll(() => {
  setEnvironment({ SITE_URL: "", TRUSTED_PROXIES: "0" });
  server.close();
});

const direct = { host: "www.example.org", "x-forwarded-proto": "https" };
const wrongOrigins: Record<string, string>[] = [
  { host: "example.org", "x-forwarded-proto": "https" },
  { host: "www.example.org", "x-forwarded-proto": "http" },
  { host: "backend:3000", "x-forwarded-host": "old-name.net", "x-forwarded-proto": "http" },
];
const origins = [direct, ...wrongOrigins];
/** What was asked for, and where it is. */
const places: [asked: string, right: string][] = [
  ["/", "/"],
  ["/growth", "/growth"],
  ["/growth/page/2", "/growth/page/2"],
  ["/tag/stress", "/tag/stress"],
  ["/author/the-editors", "/author/the-editors"],
  ["/growth/a-story", "/growth/a-story"],
  ["/news/a-story", "/growth/a-story"],
  ["/a-story", "/growth/a-story"],
  ["/2019/05/12/a-story", "/growth/a-story"],
  ["/a-story.html", "/growth/a-story"],
  ["/moved", "/growth/a-story"],
  ["/moved-for-now/a-story", "/growth/a-story"],
  ["/category/parent/growth/page/2", "/growth/page/2"],
  ["/archives/12", "/growth/a-story"],
];
const spellings = [
  (path: string) => path,
  (path: string) => (path === "/" ? path : `${path}/`),
  (path: string) => path.toUpperCase(),
  (path: string) => `/${path}`,
  (path: string) => `${path === "/" ? "" : path}/index.php`,
  (path: string) => `//${path.replace("t", "%54")}///page/1/INDEX.HTML`,
];
const site = "https://www.example.org";
/** @param location where it leads; null for here */
const isOneHop = ({ status, headers }: Answer, location: string | null): boolean =>
  location === null ? status === 200 : [301, 302].includes(status) && headers.location === location;
const queries = ["", "?utm_source=x&fbclid=y", "?x=1", "?gclid=2&x=1&_ga=3"];

describe("one hop", () => {
  it("leads from every wrong way to ask for something to where it is", async () => {
    const asked = places.flatMap(([place, right]) =>
      spellings.flatMap((spelling) =>
        queries.map((query) => ({
          path: spelling(place) + query,
          target: right + (query.includes("x=1") ? "?x=1" : ""),
        })),
      ),
    );
    const wrong: string[] = [];
    for (const [index, { path, target }] of asked.entries()) {
      // Each by the right origin, and by one of the wrong ones in turn.
      for (const headers of [direct, wrongOrigins[index % wrongOrigins.length] ?? direct]) {
        const answer = await get(path, headers);
        const expected = path === target && headers === direct ? null : (headers === direct ? "" : site) + target;
        if (!isOneHop(answer, expected))
          wrong.push(`${JSON.stringify(headers)} ${path}: ${answer.headers.location ?? ""}`);
      }
    }
    for (const [, right] of places) expect((await get(right, direct)).status, right).toBe(200);
    expect(asked.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is not wasted on what is not there", async () => {
    for (const headers of origins) {
      for (const path of [
        "/Nothing/",
        "//growth/page/99/",
        "/growth/page/3/index.php",
        "/tag/unknown/?utm_id=1",
        "/?p=99",
      ]) {
        const { status, headers: given, text } = await get(path, headers);
        expect([status, given.location], path).toEqual([404, undefined]);
        expect(text).toContain("<h1");
      }
      for (const path of ["/Gone/", "//gone?fbclid=1", "/gone/index.html"]) {
        expect((await get(path, headers)).status, path).toBe(410);
      }
    }
  });

  it("may be kept for a while, but not when an editor decides where it leads", async () => {
    expect((await get("/Growth/", direct)).headers["cache-control"]).toBe("public, max-age=3600");
    expect((await get("/moved", direct)).headers["cache-control"]).toBe("no-cache");
    expect((await get("/Moved/", direct)).headers["cache-control"]).toBe("no-cache");
    expect((await get("/news/a-story", direct)).headers["cache-control"]).toBe("no-cache");
  });

  it("is told also to whoever has the page already", async () => {
    const { status, headers } = await get("/Growth/", { ...direct, "if-none-match": '"a"' });
    expect([status, headers.location, headers.etag]).toEqual([301, "/growth", undefined]);
  });

  it("never asks health checks to go elsewhere, nor anybody who asks by the machine's address", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      for (const headers of origins) expect((await get(path, headers)).status, path).toBe(200);
    }
    const probe = { host: "127.0.0.1:3000", "x-forwarded-proto": "http" };
    expect((await get("/growth", probe)).status).toBe(200);
    setEnvironment({ SITE_URL: "http://localhost:3000" });
    for (const headers of origins) expect((await get("/growth", headers)).status).toBe(200);
  });

  it("follows SITE_URL without www too", async () => {
    setEnvironment({ SITE_URL: "https://example.org" });
    const { status, headers } = await get("/Moved/?utm_source=x", { ...direct, host: "www.example.org" });
    expect([status, headers.location]).toEqual([301, "https://example.org/growth/a-story"]);
    expect((await get("/growth", { ...direct, host: "example.org" })).status).toBe(200);
  });

  it("keeps what the desk and programs put into their addresses, and what a browser sends there", async () => {
    expect((await get("/Admin//Articles/?utm_source=a", direct)).headers.location).toBe("/admin/articles?utm_source=a");
    expect((await get("/admin/articles?fbclid=a", { ...direct, host: "example.org" })).headers.location).toBe(
      "https://www.example.org/admin/articles?fbclid=a",
    );
    expect((await get("/admin/articles/", direct, "POST")).status).not.toBe(301);
    expect((await get("/Growth/", direct, "POST")).status).toBe(405);
  });

  it("never leads to another site", async () => {
    const evil = [
      "//evil.example",
      "/\\evil.example",
      "/%5C%5Cevil.example",
      "/%2F%2Fevil.example/",
      "//a:b@evil.example/",
    ];
    for (const path of [...evil, "/moved-for-now//evil.example", "/moved-for-now/%2F%2Fevil.example"]) {
      for (const headers of origins) {
        const { headers: given } = await get(path, headers);
        const location = new URL(given.location ?? "/", "https://www.example.org");
        expect(location.origin, path).toBe("https://www.example.org");
      }
    }
  });

  it("costs nobody anything for what only scanners ask for", async () => {
    for (const path of ["/wp-login.php", "/xmlrpc.php", "/wp-admin/setup.php"]) {
      for (const method of ["GET", "HEAD", "POST"]) expect((await get(path, direct, method)).status, path).toBe(404);
    }
  });
});

describe("large answers", () => {
  it("end before they begin when there is a better address", async () => {
    const { status, headers, text } = await get(`/${big}`, direct);
    expect([status, headers.location, text]).toEqual([301, big, ""]);
    await closed;
    expect(written).toBeLessThan(1_000);
    const whole = await get(big, direct);
    expect([whole.status, whole.text.length]).toEqual([200, 1_000_000]);
  });

  it("end before they begin for HEAD", async () => {
    const { status, headers, text } = await get(big, direct, "HEAD");
    expect([status, headers["content-type"], text]).toEqual([200, "image/jpeg", ""]);
    await closed;
    expect(written).toBeLessThan(1_000);
  });
});

it.each([
  "/",
  "/growth",
  "/Growth/",
  "/moved",
  "/gone",
  "/nothing",
  "/%00",
  "/wp-login.php",
  "/healthz",
  "/?p=12",
  big,
])("HEAD %s answers like GET, without a body", async (path) => {
  const encodings = { ...direct, "accept-encoding": "gzip, br" };
  const [got, head] = [await get(path, encodings), await get(path, encodings, "HEAD")];
  const told = ({ headers }: Answer): IncomingHttpHeaders => ({
    ...headers,
    ...{ date: "", "x-request-id": "", "transfer-encoding": "", connection: "", "keep-alive": "" },
    // Error pages name the request.
    ...{ etag: "" },
  });
  expect(head.status).toBe(got.status);
  expect(told(head)).toEqual(told(got));
  expect(head.text).toBe("");
});
