import { beforeAll, describe, expect, it } from "vitest";
import { checkCode, checkCredentials, checkPassword } from "@/lib/auth/commands/check-credentials";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { disableUser } from "@/lib/users/commands/manage-accounts";
import { anAccount, testPassword, type TestAccount } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aNetwork, appCode, aSecondFactor, mailsTo } from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");
const afterMinutes = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const wrong = { code: "forbidden", message: "The e-mail address or the password is not right." };
const check = (email: string, password: string, address = aNetwork()) => checkPassword({ email, password, address });

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "" });
});

describe("a password", () => {
  it("proves the account, however the address is typed", async () => {
    const { id } = await anAccount("editor", "ada@example.org");
    expect(await check(" Ada@Example.ORG ", testPassword)).toEqual({ kind: "proven", userId: id, tokenVersion: 0 });
  });

  it("answers alike for a wrong one, an unknown address, a disabled account and one without a password", async () => {
    const known = await anAccount("editor");
    const disabled = await anAccount("editor");
    await disableUser(testActor, { userId: disabled.id });
    await database().user.create({ data: { email: "none@example.org", name: "N", role: "author" } });
    await expect(check(known.email, "not the password")).rejects.toMatchObject(wrong);
    await expect(check("nobody@example.org", testPassword)).rejects.toMatchObject(wrong);
    await expect(check("no address at all", testPassword)).rejects.toMatchObject(wrong);
    await expect(check(disabled.email, testPassword)).rejects.toMatchObject(wrong);
    await expect(check("none@example.org", testPassword)).rejects.toMatchObject(wrong);
    await expect(check(known.email, "")).rejects.toMatchObject({ code: "invalid" });
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const { email } = await anAccount("editor");
    const timed = async (address: string): Promise<number> => {
      const started = performance.now();
      await expect(check(address, "not the password")).rejects.toMatchObject(wrong);
      return performance.now() - started;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      known.push(await timed(email));
      unknown.push(await timed(`nobody-${String(round)}@example.org`));
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[4] ?? 0;
    // Without the hash of nobody an unknown address is answered several times faster.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6);
    expect(median(unknown) / median(known)).toBeLessThan(1.7);
  });

  it("is limited per account, known or not, from any number of networks", async () => {
    setClock(start);
    const { email } = await anAccount("editor");
    for (const address of [email, "guessed@example.org"]) {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await expect(check(address, "not the password")).rejects.toMatchObject(wrong);
      }
      await expect(check(address, testPassword)).rejects.toMatchObject({ code: "rate-limited" });
    }
    setClock(afterMinutes(3));
    expect(await check(email, testPassword)).toMatchObject({ kind: "proven" });
    // Proven: what was tried before no longer counts.
    for (let attempt = 0; attempt < 10; attempt += 1) await expect(check(email, "x")).rejects.toMatchObject(wrong);
  });

  it("is limited per network, whatever accounts are tried", async () => {
    setClock(start);
    const network = aNetwork();
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await expect(check(`list-${String(attempt)}@example.org`, "stolen", network)).rejects.toMatchObject(wrong);
    }
    const { email } = await anAccount("editor");
    await expect(check(email, testPassword, network)).rejects.toMatchObject({ code: "rate-limited" });
    expect(await check(email, testPassword)).toMatchObject({ kind: "proven" });
  });
});

describe("a code", () => {
  let account: TestAccount;
  const ticketOf = async (): Promise<string> => {
    const answer = await check(account.email, testPassword);
    if (answer.kind !== "code-needed") throw new Error("no code was asked for");
    return answer.ticket;
  };

  it("follows the password, works once, and not by itself", async () => {
    setClock(start);
    account = await anAccount("administrator");
    const { secret } = await aSecondFactor(account);
    await expect(checkCode({ ticket: await ticketOf(), code: appCode(secret) })).rejects.toMatchObject({
      code: "invalid",
    });
    setClock(afterMinutes(1));
    const ticket = await ticketOf();
    const code = appCode(secret);
    expect(await checkCode({ ticket, code: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      userId: account.id,
      tokenVersion: 1,
    });
    await expect(checkCode({ ticket, code })).rejects.toMatchObject({ code: "invalid" });
    await expect(checkCode({ ticket: "made up", code: appCode(secret, 1) })).rejects.toMatchObject({ code: "gone" });
  });

  it("is taken from one of two who have seen it", async () => {
    setClock(start);
    account = await anAccount("administrator");
    const { secret } = await aSecondFactor(account);
    setClock(afterMinutes(1));
    const ticket = await ticketOf();
    const results = await Promise.allSettled([1, 2, 3].map(() => checkCode({ ticket, code: appCode(secret) })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("may be a recovery code, once, and the owner hears of it", async () => {
    setClock(start);
    account = await anAccount("editor");
    const { recoveryCodes } = await aSecondFactor(account);
    const [code = ""] = recoveryCodes;
    const ticket = await ticketOf();
    const results = await Promise.allSettled([1, 2].map(() => checkCode({ ticket, code: code.toUpperCase() })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(checkCode({ ticket, code })).rejects.toMatchObject({ code: "invalid" });
    expect((await mailsTo(account.email)).at(-1)).toMatch(/recovery code was used/);
    expect(await database().recoveryCode.count({ where: { userId: account.id, usedAt: null } })).toBe(9);
  });

  it("is limited for itself, while the password is not used up by it", async () => {
    setClock(start);
    account = await anAccount("editor");
    const { secret } = await aSecondFactor(account);
    const ticket = await ticketOf();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(checkCode({ ticket, code: "000000" })).rejects.toMatchObject({ code: "invalid" });
    }
    setClock(afterMinutes(1));
    await expect(checkCode({ ticket, code: appCode(secret) })).rejects.toMatchObject({ code: "rate-limited" });
    for (let attempt = 0; attempt < 12; attempt += 1) await ticketOf();
  });

  it("must come within ten minutes, and before the password changes", async () => {
    setClock(start);
    account = await anAccount("editor");
    const { secret } = await aSecondFactor(account);
    const ticket = await ticketOf();
    setClock(afterMinutes(10));
    await expect(checkCode({ ticket, code: appCode(secret) })).rejects.toMatchObject({ code: "gone" });
    const fresh = await ticketOf();
    await database().user.update({ where: { id: account.id }, data: { tokenVersion: { increment: 1 } } });
    await expect(checkCode({ ticket: fresh, code: appCode(secret) })).rejects.toMatchObject({ code: "gone" });
  });

  it("is opened by recovery codes only when AUTH_SECRET is another", async () => {
    setClock(start);
    account = await anAccount("editor");
    const { secret, recoveryCodes } = await aSecondFactor(account);
    setClock(afterMinutes(1));
    setEnvironment({ AUTH_SECRET: "u".repeat(32) });
    try {
      const ticket = await ticketOf();
      await expect(checkCode({ ticket, code: appCode(secret) })).rejects.toMatchObject({ code: "invalid" });
      expect(await checkCode({ ticket, code: recoveryCodes[3] ?? "" })).toMatchObject({ userId: account.id });
    } finally {
      setEnvironment({ AUTH_SECRET: "t".repeat(32) });
    }
  });

  it("can come together with the password", async () => {
    setClock(start);
    account = await anAccount("editor");
    const { secret } = await aSecondFactor(account);
    setClock(afterMinutes(1));
    const both = { email: account.email, password: testPassword, address: aNetwork() };
    await expect(checkCredentials(both)).rejects.toMatchObject({ fields: { code: ["is missing"] } });
    expect(await checkCredentials({ ...both, code: appCode(secret) })).toEqual({
      userId: account.id,
      tokenVersion: 1,
    });
  });
});
