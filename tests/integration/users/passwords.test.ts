import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkPassword } from "@/lib/auth/commands/check-credentials";
import { getOpenLink } from "@/lib/auth/queries";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { disableUser } from "@/lib/users/commands/manage-accounts";
import { changePassword, renameSelf } from "@/lib/users/commands/own-account";
import { makePasswordLink, requestPasswordReset, resetPassword } from "@/lib/users/commands/password-reset";
import { anAccount, testPassword } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import {
  aNetwork,
  aSecondFactor,
  aSession,
  auditOf,
  isSignedIn,
  mailedToken,
  mailsTo,
} from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");
const afterMinutes = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const fresh = "another long password";
const request = (email: string, address = aNetwork()) => requestPasswordReset({ email, address });

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "", SITE_URL: "https://example.org" });
});
beforeEach(() => {
  setClock(start);
});

describe("a forgotten password", () => {
  it("is replaced by way of the mailbox; everything that was open ends", async () => {
    const account = await anAccount("editor");
    const session = await aSession(account);
    await request(` ${account.email.toUpperCase()}`);
    await request(account.email);
    const tokens = await allTokens(account.email);
    expect(tokens).toHaveLength(2);
    const [first = "", second = ""] = tokens;
    await resetPassword({ token: first, password: fresh });
    expect(await isSignedIn(session)).toBe(false);
    await expect(aSession(account)).rejects.toMatchObject({ code: "forbidden" });
    expect(await isSignedIn(await aSession(account, fresh))).toBe(true);
    for (const token of tokens) {
      await expect(resetPassword({ token, password: fresh })).rejects.toMatchObject({ code: "gone" });
    }
    await expect(getOpenLink("password_reset", second)).rejects.toMatchObject({ code: "gone" });
    expect((await mailsTo(account.email)).at(-1)).toMatch(/password was changed/);
    expect(await auditOf(account.id)).toContain("user.password-reset");
  });

  it("answers alike, in the same time, for an address without an account, and sends nothing", async () => {
    const { email, id } = await anAccount("editor");
    const disabled = await anAccount("editor");
    await disableUser(testActor, { userId: disabled.id });
    const timed = async (address: string): Promise<number> => {
      const started = performance.now();
      await expect(request(address)).resolves.toBeUndefined();
      return performance.now() - started;
    };
    const times = [await timed(email), await timed("nobody@example.org"), await timed(disabled.email)];
    for (const time of times) expect(time).toBeGreaterThan(395);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(100);
    expect(await mailsTo("nobody@example.org")).toEqual([]);
    expect(await mailsTo(disabled.email)).toEqual([]);
    expect(await database().oneTimeLink.count({ where: { userId: id } })).toBe(1);
  });

  it("is asked for three times in a row at most, account or not", async () => {
    const { email } = await anAccount("editor");
    for (const address of [email, "nobody-at-all@example.org"]) {
      for (let attempt = 0; attempt < 3; attempt += 1) await request(address);
      await expect(request(address)).rejects.toMatchObject({ code: "rate-limited" });
    }
    expect(await mailsTo(email)).toHaveLength(3);
  });

  it("has a link that works once, for an hour, and for nothing else", async () => {
    const account = await anAccount("editor");
    await request(account.email);
    const token = await mailedToken(account.email);
    await expect(getOpenLink("invitation", token)).rejects.toMatchObject({ code: "gone" });
    await expect(resetPassword({ token, password: "short" })).rejects.toMatchObject({ code: "invalid" });
    setClock(afterMinutes(60));
    await expect(resetPassword({ token, password: fresh })).rejects.toMatchObject({ code: "gone" });
    setClock(afterMinutes(59));
    const results = await Promise.allSettled([1, 2, 3].map((n) => resetPassword({ token, password: `${fresh} ${n}` })));
    const winners = results.flatMap(({ status }, index) => (status === "fulfilled" ? [index + 1] : []));
    expect(winners).toHaveLength(1);
    expect(await isSignedIn(await aSession(account, `${fresh} ${String(winners[0])}`))).toBe(true);
  });

  it("does not go round the second factor, nor round an account that was disabled", async () => {
    const account = await anAccount("editor");
    await aSecondFactor(account);
    await request(account.email);
    await resetPassword({ token: await mailedToken(account.email), password: fresh });
    const check = await checkPassword({ email: account.email, password: fresh, address: aNetwork() });
    expect(check.kind).toBe("code-needed");
    await request(account.email);
    const token = await mailedToken(account.email);
    await disableUser(testActor, { userId: account.id });
    await expect(resetPassword({ token, password: testPassword })).rejects.toMatchObject({ code: "gone" });
  });

  it("lets the owner in again whom somebody else's guessing kept out", async () => {
    const account = await anAccount("editor");
    for (let attempt = 0; attempt < 10; attempt += 1) await expect(aSession(account, "guess")).rejects.toThrow();
    await expect(aSession(account)).rejects.toMatchObject({ code: "rate-limited" });
    await request(account.email);
    await resetPassword({ token: await mailedToken(account.email), password: fresh });
    expect(await isSignedIn(await aSession(account, fresh))).toBe(true);
  });

  it("can be given a link by an operator", async () => {
    const account = await anAccount("editor");
    const link = await makePasswordLink(testActor, { email: account.email });
    const token = /^https:\/\/example\.org\/admin\/reset-password\/([0-9a-f]{64})$/.exec(link)?.[1] ?? "";
    await resetPassword({ token, password: fresh });
    expect(await isSignedIn(await aSession(account, fresh))).toBe(true);
    await expect(makePasswordLink(testActor, { email: "nobody@example.org" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(makePasswordLink(account.actor, { email: account.email })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("one's own account", () => {
  it("changes its password with the old one; other sessions end, this one goes on", async () => {
    const account = await anAccount("author");
    const [here, elsewhere] = [await aSession(account), await aSession(account)];
    const change = (currentPassword: string, newPassword = fresh) =>
      changePassword(account.actor, { currentPassword, newPassword, sessionId: here.sessionId });
    await expect(change("wrong")).rejects.toMatchObject({ fields: { currentPassword: ["is not right"] } });
    await expect(change(testPassword, "short")).rejects.toMatchObject({ code: "invalid" });
    expect(await isSignedIn(elsewhere)).toBe(true);
    const { tokenVersion } = await change(testPassword);
    expect(await isSignedIn(here)).toBe(false);
    expect(await isSignedIn({ ...here, tokenVersion })).toBe(true);
    expect(await isSignedIn({ ...elsewhere, tokenVersion })).toBe(false);
    expect(await isSignedIn(await aSession(account, fresh))).toBe(true);
    expect((await mailsTo(account.email)).at(-1)).toMatch(/password was changed/);
    await expect(
      changePassword(testActor, { currentPassword: "x", newPassword: fresh, sessionId: here.sessionId }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not let an open browser guess the password", async () => {
    const { actor } = await anAccount("author");
    const guess = () =>
      changePassword(actor, {
        currentPassword: "guess",
        newPassword: fresh,
        sessionId: "8c5a1c1e-5d2f-4d4e-9c55-0d1b3a0f7f11",
      });
    for (let attempt = 0; attempt < 10; attempt += 1) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("changes its name", async () => {
    const { actor, id } = await anAccount("author");
    await renameSelf(actor, { name: "  Grace Hopper " });
    await renameSelf(actor, { name: "Grace Hopper" });
    expect(await database().user.findUnique({ where: { id } })).toMatchObject({ name: "Grace Hopper" });
    expect(await auditOf(id)).toEqual(["user.created", "user.renamed"]);
    await expect(renameSelf(actor, { name: " " })).rejects.toMatchObject({ code: "invalid" });
    await expect(renameSelf(testActor, { name: "Grace" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function allTokens(to: string): Promise<string[]> {
  const mails = await database().outgoingMail.findMany({ where: { to }, orderBy: { id: "asc" } });
  return mails.flatMap(({ text }) => /[0-9a-f]{64}/.exec(text)?.[0] ?? []);
}
