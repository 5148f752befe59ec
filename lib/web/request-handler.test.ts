/** What becomes of answers that say something went wrong. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { loadMarkup } from "./page-markup";
import { createRequestHandler, type NextHandler } from "./request-handler";

const words = JSON.stringify({ error: { code: "unavailable", message: "There is no room left." } });

const failing: NextHandler = (request, response) => {
  const isJson = (request.url ?? "").includes("/api/") || (request.url ?? "").startsWith("/search/");
  response.writeHead(503, { "Content-Type": isJson ? "application/json" : "text/html; charset=utf-8" });
  response.end(isJson ? words : "<h1>Next's own words</h1>");
  return Promise.resolve();
};

let server: Server;
let base = "";

beforeAll(async () => {
  setEnvironment({ LOG_LEVEL: "silent" });
  server = createServer(createRequestHandler(failing, await loadMarkup()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close());

describe("a failure", () => {
  it("is told to the desk's scripts in the words of who knows it", async () => {
    const answer = await fetch(`${base}/admin/api/media?name=a.png`, { method: "POST", body: "a" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "application/json"]);
    expect(await answer.text()).toBe(words);
  });

  it.each(["/admin/articles", "/news", "/search/suggestions?q=a"])(
    "at %s is a page that needs nothing",
    async (path) => {
      const answer = await fetch(base + path);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await answer.text()).toContain("<h1>Something went wrong on our side</h1>");
    },
  );
});
