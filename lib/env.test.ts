import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { environmentSchema, EnvironmentError, parseEnvironment } from "./env";

describe("parseEnvironment", () => {
  it("needs nothing", () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      SITE_URL: "http://localhost:3000",
      SAMPLE_CONTENT: true,
      DATA_DIR: path.resolve(".data"),
      STORAGE_URL: `file:${path.resolve(".data", "storage")}`,
    });
    expect(parseEnvironment({}).DATABASE_URL).toBeUndefined();
  });

  it("takes an empty value for unset, and drops the slash of an address", () => {
    expect(parseEnvironment({ PORT: "", SITE_URL: "https://example.org/" })).toMatchObject({
      PORT: 3000,
      SITE_URL: "https://example.org",
    });
  });

  it("has one worker a core, at most four, unless told otherwise, and one in development", () => {
    expect(parseEnvironment({}).WEB_CONCURRENCY).toBe(Math.min(4, availableParallelism()));
    expect(parseEnvironment({ WEB_CONCURRENCY: "32" }).WEB_CONCURRENCY).toBe(32);
    expect(parseEnvironment({ WEB_CONCURRENCY: "3", NODE_ENV: "development" }).WEB_CONCURRENCY).toBe(1);
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["PORT", "1.5"],
    ["SITE_URL", "example.org"],
    ["SITE_URL", "https://example.org/blog"],
    ["WEB_CONCURRENCY", "0"],
    ["WEB_CONCURRENCY", "33"],
    ["WEB_CONCURRENCY", "auto"],
    ["DATABASE_URL", "mysql://x"],
    ["DATABASE_POOL_SIZE", "0"],
    ["STORAGE_URL", "ftp://x"],
    ["STORAGE_URL", "s3://key:secret@host"],
    ["SAMPLE_CONTENT", "yes"],
    ["LOG_LEVEL", "loud"],
    ["PAGE_FILES_MB", "0"],
    ["SERVER_TIMING", "2"],
    ["NODE_ENV", "staging"],
    ["AUTH_SECRET", "short"],
    ["ADMIN_EMAIL", "nobody"],
    ["ADMIN_EMAIL", "alone@example.org"],
    ["ADMIN_PASSWORD", "without an address"],
    ["SMTP_URL", "http://mail.example.org"],
    ["WEBSUB_HUB_URL", "hub.example.org"],
    ["INDEXNOW_KEY", "short"],
    ["INDEXNOW_KEY", "under_score"],
    ["INDEXNOW_KEY", "x".repeat(129)],
    ["INDEXNOW_URL", "ftp://example.org"],
    ["CDN", "akamai"],
    ["CDN_PURGE_URL", "cache.example.org"],
    ["CDN_PURGE_URL", "https://user:password@cache.example.org"],
    ["CDN_PURGE_TOKEN", "short"],
    ["CDN_PURGE_TOKEN", "two words, not one"],
    ["CDN_ZONE", "example.org"],
    ["CDN_SERVICE", "a/b"],
    ["CDN_MAX_AGE", "0"],
    ["CDN_MAX_AGE", "1 hour"],
  ])("refuses %s=%s with one line that names it", (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError);
    try {
      parseEnvironment({ [name]: value });
    } catch (error) {
      const { message } = error as Error;
      expect(message).toContain(`${name} `);
      expect(message).not.toContain("\n");
    }
  });

  it("never repeats a secret", () => {
    expect(() => parseEnvironment({ ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "hunter2" })).toThrow(
      /^Bad environment: ADMIN_PASSWORD must have at least 12 characters$/,
    );
  });

  it.each([
    [{ CDN: "http" }, /CDN_PURGE_URL is needed for CDN=http; CDN_PURGE_TOKEN is needed for CDN=http$/],
    [{ CDN: "cloudflare", CDN_PURGE_TOKEN: "a-long-token" }, /: CDN_ZONE is needed for CDN=cloudflare$/],
    [{ CDN: "fastly", CDN_SERVICE: "SU1Z0isxPaozGVKXdv0eY" }, /: CDN_PURGE_TOKEN is needed for CDN=fastly$/],
    [{ CDN_PURGE_TOKEN: "hushed-hushed" }, /^((?!hushed).)*: CDN_PURGE_TOKEN needs CDN beside it \(.*\)$/],
  ])("wants a CDN wholly configured: %o", (variables, message) => {
    expect(() => parseEnvironment(variables)).toThrow(message);
  });

  it("takes a CDN, and one that is switched off for a while", () => {
    const CDN_PURGE_TOKEN = "a-long-token";
    const fastly = { CDN: "fastly", CDN_SERVICE: "SU1Z0isxPaozGVKXdv0eY", CDN_PURGE_TOKEN };
    expect(parseEnvironment(fastly)).toMatchObject({ CDN: "fastly", CDN_MAX_AGE: 60 });
    expect(parseEnvironment({ ...fastly, CDN: "none" }).CDN).toBe("none");
    expect(
      parseEnvironment({ CDN: "cloudflare", CDN_ZONE: "0123456789abcdef".repeat(2), CDN_PURGE_TOKEN }).CDN_ZONE,
    ).toHaveLength(32);
    expect(
      parseEnvironment({ CDN: "http", CDN_PURGE_URL: "https://cache.example.org/purge", CDN_PURGE_TOKEN }).CDN,
    ).toBe("http");
  });

  it("takes a bucket for storage, and never prints its secret", () => {
    const STORAGE_URL = "s3://key:hushed@storage.example.org/pictures?region=eu-west-1";
    expect(parseEnvironment({ STORAGE_URL }).STORAGE_URL).toBe(STORAGE_URL);
    expect(() => parseEnvironment({ STORAGE_URL: `${STORAGE_URL}&x=1` })).toThrow(
      /^((?!hushed).)*STORAGE_URL has an option((?!hushed).)*$/,
    );
  });

  it("names every bad variable at once", () => {
    expect(() => parseEnvironment({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT .*; LOG_LEVEL /);
  });
});

describe(".env.example", () => {
  it("describes exactly the variables that are read", () => {
    const text = readFileSync(".env.example", "utf8");
    const described = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it("is a valid environment as it stands", () => {
    const lines = readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm);
    const variables = Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
    expect(() => parseEnvironment(variables)).not.toThrow();
  });
});
