import { describe, expect, it } from "vitest";
import { cloudflareCdn } from "./cloudflare";
import { fastlyCdn } from "./fastly";
import { httpCdn } from "./http";

const token = "a-token-nobody-sees";
const tags = (count: number): string[] => Array.from({ length: count }, (_, index) => `/news/${String(index)}`);
const bodies = (requests: { body: string }[]): unknown[] => requests.map(({ body }) => JSON.parse(body) as unknown);

describe("Cloudflare", () => {
  const cdn = cloudflareCdn({ base: "https://api.cloudflare.com", zone: "023e105f4ecef8ad9ca31a8372d0c353", token });

  it("is told at most 100 tags in a request", () => {
    const requests = cdn.requests({ tags: tags(201) });
    expect(bodies(requests)).toEqual([
      { tags: tags(100) },
      { tags: tags(200).slice(100) },
      { tags: tags(201).slice(200) },
    ]);
    for (const { url, headers } of requests) {
      expect(url).toBe("https://api.cloudflare.com/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache");
      expect(headers).toEqual({ "Content-Type": "application/json", Authorization: `Bearer ${token}` });
    }
    expect(bodies(cdn.requests("everything"))).toEqual([{ purge_everything: true }]);
  });

  it("says in its answer whether it has done it", () => {
    expect(cdn.isRefusal?.('{ "success" : false, "errors": [] }')).toBe(true);
    expect(cdn.isRefusal?.('{"success":true,"errors":[]}')).toBe(false);
  });
});

describe("Fastly", () => {
  const cdn = fastlyCdn({ base: "https://api.fastly.com", service: "SU1Z0isxPaozGVKXdv0eY", token });

  it("is told at most 256 keys in a request, and purges hard", () => {
    const requests = cdn.requests({ tags: tags(257) });
    expect(bodies(requests)).toEqual([{ surrogate_keys: tags(256) }, { surrogate_keys: tags(257).slice(256) }]);
    const [{ url, headers } = { url: "", headers: {} }] = requests;
    expect(url).toBe("https://api.fastly.com/service/SU1Z0isxPaozGVKXdv0eY/purge");
    expect(headers).toMatchObject({ "Fastly-Key": token });
    expect(headers).not.toHaveProperty("Fastly-Soft-Purge");
  });

  it("has an address for everything", () => {
    expect(cdn.requests("everything")).toMatchObject([
      { url: "https://api.fastly.com/service/SU1Z0isxPaozGVKXdv0eY/purge_all", body: "" },
    ]);
  });
});

describe("any other cache", () => {
  const cdn = httpCdn({ url: "https://cache.example.org/purge?site=1", token });

  it("is told all tags in one request", () => {
    expect(cdn.requests({ tags: tags(500) })).toEqual([
      {
        url: "https://cache.example.org/purge?site=1",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
        body: JSON.stringify({ tags: tags(500) }),
      },
    ]);
    expect(bodies(cdn.requests("everything"))).toEqual([{ everything: true }]);
  });

  it("is shown to people without its path, which may be a secret", () => {
    expect(cdn.endpoint).toBe("https://cache.example.org");
  });
});
