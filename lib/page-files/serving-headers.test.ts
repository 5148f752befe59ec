import { beforeEach, describe, expect, it } from "vitest";
import type { OutgoingHttpHeaders } from "node:http";
import { setEnvironment } from "@/lib/env";
import { keepPage } from "@/lib/page-cache/kept-page";
import { readerPageHeaders } from "@/lib/web/security-headers";
import { hasHeaders, headersDigest, servingHeaders } from "./serving-headers";

const site = "https://magazine.example";
const lower = (headers: Record<string, string>): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const usual: OutgoingHttpHeaders = { ...lower(readerPageHeaders(site)), "content-type": "text/html; charset=utf-8" };

async function isServed(headers: OutgoingHttpHeaders, sharedMaxAge: number | null = null): Promise<boolean> {
  const body = Buffer.from("<p>Words</p>".repeat(100));
  return hasHeaders(await keepPage({ status: 200, headers, body }, "/news", { sharedMaxAge }), servingHeaders(site));
}

beforeEach(() => {
  setEnvironment({ SITE_URL: site });
});

describe("a page", () => {
  it("with the headers of every reader page is served from a file", async () => {
    expect(await isServed(usual)).toBe(true);
    expect(await isServed({ ...usual, "x-request-id": "abc", date: "today" })).toBe(true);
  });

  it.each([
    ["is closed to robots (STAGING)", { "x-robots-tag": "noindex" }],
    ["says how long it took (SERVER_TIMING)", { "server-timing": "render;dur=1" }],
    ["wants something early", { link: "</a.woff2>; rel=preload" }],
    ["allows more", { "content-security-policy": "default-src *" }],
    ["is no HTML", { "content-type": "text/markdown; charset=utf-8" }],
    ["came by http", { "strict-transport-security": undefined }],
  ])("that %s is not", async (_, headers) => {
    const given = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined);
    expect(await isServed(Object.fromEntries(given))).toBe(false);
  });

  it("that a cache in front may keep is not: nginx does not know for how long", async () => {
    expect(await isServed(usual, 3_600)).toBe(false);
  });
});

it("names the headers by a digest that does not depend on the scheme", () => {
  expect(headersDigest()).toMatch(/^[0-9a-f]{8}$/);
  const [secure, open] = [servingHeaders(site), servingHeaders("http://magazine.example")];
  expect(secure.delete("strict-transport-security")).toBe(true);
  expect([...secure]).toEqual([...open]);
});
