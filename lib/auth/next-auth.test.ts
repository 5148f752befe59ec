import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { openSessionToken, sealSessionToken, sessionCookie } from "./next-auth";

const token = { userId: 7, sessionId: randomUUID(), tokenVersion: 3 };

beforeEach(() => {
  setEnvironment({ AUTH_SECRET: "a".repeat(32), SITE_URL: "https://example.org" });
});
afterAll(() => {
  setEnvironment({ AUTH_SECRET: "", SITE_URL: "" });
});

describe("the session's token", () => {
  it("comes back as it was, and says nothing to whoever holds the cookie", async () => {
    const cookie = await sealSessionToken(token);
    expect(await openSessionToken(cookie)).toEqual(token);
    expect(Buffer.from(cookie.replaceAll(".", ""), "base64url").toString("latin1")).not.toContain(token.sessionId);
  });

  it("is nothing when it was changed, made under another secret, or is no token", async () => {
    const cookie = await sealSessionToken(token);
    const [head, ...rest] = cookie.split(".");
    expect(
      await openSessionToken([head, ...rest.map((part) => part.split("").reverse().join(""))].join(".")),
    ).toBeNull();
    for (const none of [undefined, "", "x", "a.b.c.d.e"]) expect(await openSessionToken(none)).toBeNull();
    setEnvironment({ AUTH_SECRET: "b".repeat(32) });
    expect(await openSessionToken(cookie)).toBeNull();
  });
});

describe("the session's cookie", () => {
  it("is out of reach of scripts and of other sites' forms, and needs https where the site has it", () => {
    expect(sessionCookie()).toEqual({
      name: "__Secure-next-auth.session-token",
      options: { httpOnly: true, sameSite: "lax", secure: true, path: "/", maxAge: 30 * 86_400 },
    });
    setEnvironment({ SITE_URL: "http://localhost:3000" });
    expect(sessionCookie()).toMatchObject({ name: "next-auth.session-token", options: { secure: false } });
  });
});
