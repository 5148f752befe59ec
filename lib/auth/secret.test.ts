import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnvironmentError, setEnvironment } from "@/lib/env";
import { authSecret, deriveAuthKey, ensureAuthSecret } from "./secret";

let directory = "";
const file = (): string => path.join(directory, "auth-secret");

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "magazine-secret-"));
  setEnvironment({ DATA_DIR: directory, AUTH_SECRET: "", DATABASE_URL: "" });
});

afterEach(() => {
  setEnvironment({ DATA_DIR: "", AUTH_SECRET: "", DATABASE_URL: "" });
  rmSync(directory, { recursive: true });
});

describe("ensureAuthSecret", () => {
  it("makes a secret once and keeps it, for its owner only", async () => {
    await ensureAuthSecret();
    const first = authSecret();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(file(), "utf8").trim()).toBe(first);
    chmodSync(file(), 0o644);
    setEnvironment({ AUTH_SECRET: "" });
    await ensureAuthSecret();
    expect(authSecret()).toBe(first);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(["auth-secret"]);
  });

  it("makes one and the same for processes that start together", async () => {
    const secrets = await Promise.all(
      Array.from({ length: 8 }, async () => {
        await ensureAuthSecret();
        return authSecret();
      }),
    );
    expect(new Set(secrets).size).toBe(1);
    expect(readFileSync(file(), "utf8").trim()).toBe(secrets[0]);
  });

  it("takes the one that is set", async () => {
    setEnvironment({ AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgres://localhost/magazine" });
    await ensureAuthSecret();
    expect(authSecret()).toBe("x".repeat(32));
  });

  it("refuses a database of the operator's without one, and a broken file", async () => {
    writeFileSync(file(), "");
    await expect(ensureAuthSecret()).rejects.toThrow(/holds no secret/);
    setEnvironment({ DATABASE_URL: "postgres://localhost/magazine" });
    await expect(ensureAuthSecret()).rejects.toThrow(EnvironmentError);
    expect(() => authSecret()).toThrow(EnvironmentError);
  });
});

describe("deriveAuthKey", () => {
  it("gives each purpose a key of its own, the same every time", () => {
    setEnvironment({ AUTH_SECRET: "x".repeat(32) });
    expect(deriveAuthKey("a")).toHaveLength(32);
    expect(deriveAuthKey("a")).toEqual(deriveAuthKey("a"));
    expect(deriveAuthKey("a")).not.toEqual(deriveAuthKey("b"));
  });
});
