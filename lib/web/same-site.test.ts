import { describe, expect, it } from "vitest";
import { isSameSite } from "./same-site";

const site = "https://magazine.example";
const ask = (headers: Record<string, string>, method = "POST"): boolean =>
  isSameSite(method, new Headers({ host: "magazine.example", ...headers }), site);

describe("isSameSite", () => {
  it("lets through what our own pages send", () => {
    expect(ask({ "sec-fetch-site": "same-origin", origin: site })).toBe(true);
    expect(ask({ origin: site })).toBe(true);
    expect(ask({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" })).toBe(true);
  });

  it("refuses what other sites' pages send", () => {
    expect(ask({ "sec-fetch-site": "cross-site", origin: "https://evil.example" })).toBe(false);
    expect(ask({ "sec-fetch-site": "same-site", origin: "https://ads.magazine.example" })).toBe(false);
    expect(ask({ origin: "https://evil.example" })).toBe(false);
    expect(ask({ origin: "null" })).toBe(false);
  });

  it("lets reading through, and programs that are no browser", () => {
    expect(ask({ "sec-fetch-site": "cross-site" }, "GET")).toBe(true);
    expect(ask({})).toBe(true);
  });
});
