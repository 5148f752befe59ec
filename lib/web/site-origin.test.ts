import { describe, expect, it } from "vitest";
import { cameByOtherOrigin } from "./site-origin";

const sites = { bare: "https://example.org", www: "https://www.example.org", plain: "http://example.org" };
const ask = (siteUrl: string, trustedProxies: number, headers: Record<string, string>): boolean =>
  cameByOtherOrigin(headers, { siteUrl, trustedProxies });

describe("cameByOtherOrigin", () => {
  it("sends www and bare names to the one that SITE_URL says", () => {
    for (const proxies of [0, 1]) {
      expect(ask(sites.bare, proxies, { host: "www.example.org" })).toBe(true);
      expect(ask(sites.bare, proxies, { host: "WWW.Example.org:443" })).toBe(true);
      expect(ask(sites.bare, proxies, { host: "example.org" })).toBe(false);
      expect(ask(sites.www, proxies, { host: "example.org" })).toBe(true);
      expect(ask(sites.www, proxies, { host: "www.example.org" })).toBe(false);
    }
  });

  it("believes only proxies of ours, and of those the outermost", () => {
    const told = { host: "example.org", "x-forwarded-host": "old.example.net", "x-forwarded-proto": "http" };
    expect(ask(sites.bare, 0, told)).toBe(false);
    expect(ask(sites.bare, 1, told)).toBe(true);
    expect(ask(sites.bare, 1, { host: "backend", "x-forwarded-host": "example.org" })).toBe(false);
    expect(ask(sites.bare, 1, { host: "backend", "x-forwarded-host": "www.example.org" })).toBe(true);
    expect(ask(sites.bare, 1, { host: "example.org", "x-forwarded-host": "evil.example, example.org" })).toBe(false);
    expect(ask(sites.bare, 2, { host: "example.org", "x-forwarded-host": "evil.net, www.example.org, b" })).toBe(true);
  });

  it("sends http to https when a proxy of ours says so, and never back", () => {
    expect(ask(sites.bare, 1, { host: "example.org", "x-forwarded-proto": "http" })).toBe(true);
    expect(ask(sites.bare, 1, { host: "example.org", "x-forwarded-proto": "HTTPS" })).toBe(false);
    expect(ask(sites.bare, 1, { host: "example.org", "x-forwarded-proto": "https, http" })).toBe(true);
    expect(ask(sites.bare, 2, { host: "example.org", "x-forwarded-proto": "https, http" })).toBe(false);
    expect(ask(sites.bare, 0, { host: "example.org", "x-forwarded-proto": "http" })).toBe(false);
    expect(ask(sites.bare, 1, { host: "example.org" })).toBe(false);
    expect(ask(sites.plain, 1, { host: "example.org", "x-forwarded-proto": "https" })).toBe(false);
  });

  it("leaves a proxy alone that asks by a name of its own, or it would go in a circle", () => {
    for (const host of ["origin.example.net", "app.internal", "backend", "db.local:3000", "10.0.0.7:3000"]) {
      expect(ask(sites.bare, 0, { host }), host).toBe(false);
      expect(ask(sites.bare, 1, { host, "x-forwarded-proto": "http" }), host).toBe(false);
    }
  });

  it("answers probes, and anybody while the site is only local", () => {
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "192.0.2.9", "", "ex ample.org", "a/b.org"]) {
      expect(ask(sites.bare, 1, { host, "x-forwarded-proto": "http" }), host).toBe(false);
    }
    expect(ask(sites.bare, 1, {})).toBe(false);
    for (const local of [
      "http://localhost:3000",
      "http://127.0.0.1:3000",
      "http://[::1]:3000",
      "https://magazine.test",
    ]) {
      expect(ask(local, 1, { host: "www.example.org", "x-forwarded-host": "x.org", "x-forwarded-proto": "http" })).toBe(
        false,
      );
    }
  });
});
