import { beforeAll, describe, expect, it } from "vitest";
import {
  confirmSecondFactor,
  disableSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "@/lib/auth/commands/second-factor";
import { getSecondFactorState } from "@/lib/auth/queries";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { saveSiteSettings } from "@/lib/settings/commands";
import { removeSecondFactor } from "@/lib/users/commands/manage-accounts";
import { anAccount, testPassword } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { appCode, aSecondFactor, aSession, auditOf, isSignedIn, mailsTo } from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");
const aMinuteLater = new Date(start.getTime() + 60_000);

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "" });
});

describe("setting up", () => {
  it("needs the password, and counts once a code was right", async () => {
    const { actor, id, email } = await anAccount("editor");
    const session = await aSession({ actor, id, email });
    const { sessionId } = session;
    const other = await aSession({ actor, id, email });
    await expect(startSecondFactor(actor, { password: "wrong" })).rejects.toMatchObject({
      fields: { password: ["is not right"] },
    });
    const { secret, address } = await startSecondFactor(actor, { password: testPassword });
    expect(address).toMatch(/^otpauth:\/\/totp\/Mental%20Health%20Network:/);
    expect(address).toContain(`secret=${secret}`);
    expect((await getSecondFactorState(actor)).since).toBeNull();
    const row = await database().secondFactor.findUniqueOrThrow({ where: { userId: id } });
    expect(row.secret).not.toContain(secret);
    await expect(confirmSecondFactor(actor, { code: "000000", sessionId })).rejects.toMatchObject({ code: "invalid" });
    const confirmed = await confirmSecondFactor(actor, { code: appCode(secret), sessionId });
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(await getSecondFactorState(actor)).toMatchObject({ recoveryCodesLeft: 10, offRefusal: null });
    // The session that did it goes on with a token of the new version; those started by password alone do not.
    expect(await isSignedIn(session)).toBe(false);
    expect(await isSignedIn({ ...session, tokenVersion: confirmed.tokenVersion })).toBe(true);
    expect(await isSignedIn({ ...other, tokenVersion: confirmed.tokenVersion })).toBe(false);
    expect(await mailsTo(email)).toEqual(["Your second factor is on (Mental Health Network)"]);
    expect((await auditOf(id)).at(-1)).toBe("second-factor.on");
    await expect(startSecondFactor(actor, { password: testPassword })).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmSecondFactor(actor, { code: appCode(secret), sessionId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("can be started anew, and only the last secret counts", async () => {
    const account = await anAccount("editor");
    const { sessionId } = await aSession(account);
    const confirm = (code: string) => confirmSecondFactor(account.actor, { code, sessionId });
    await expect(confirm("123456")).rejects.toMatchObject({ code: "conflict" });
    const first = await startSecondFactor(account.actor, { password: testPassword });
    const second = await startSecondFactor(account.actor, { password: testPassword });
    await expect(confirm(appCode(first.secret))).rejects.toMatchObject({ code: "invalid" });
    expect((await confirm(appCode(second.secret))).recoveryCodes).toHaveLength(10);
  });

  it("is one's own business", async () => {
    await expect(startSecondFactor(testActor, { password: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getSecondFactorState(testActor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("guesses no codes for whoever found an open browser", async () => {
    setClock(start);
    const account = await anAccount("editor");
    const { sessionId } = await aSession(account);
    const { secret } = await startSecondFactor(account.actor, { password: testPassword });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const guess = confirmSecondFactor(account.actor, { code: "000000", sessionId });
      await expect(guess).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(confirmSecondFactor(account.actor, { code: appCode(secret), sessionId })).rejects.toMatchObject({
      code: "rate-limited",
    });
  });
});

describe("taking it off", () => {
  it("needs password and code, and tells the owner", async () => {
    setClock(start);
    const account = await anAccount("administrator");
    const { secret } = await aSecondFactor(account);
    setClock(aMinuteLater);
    const off = (password: string, code: string) => disableSecondFactor(account.actor, { password, code });
    await expect(off("wrong", appCode(secret))).rejects.toMatchObject({ fields: { password: ["is not right"] } });
    await expect(off(testPassword, "000000")).rejects.toMatchObject({ code: "invalid" });
    await off(testPassword, appCode(secret));
    expect(await getSecondFactorState(account.actor)).toMatchObject({ since: null, recoveryCodesLeft: 0 });
    expect((await mailsTo(account.email)).at(-1)).toMatch(/second factor is off/);
    await expect(off(testPassword, appCode(secret, 1))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused to administrators while the settings require it", async () => {
    setClock(start);
    const account = await anAccount("administrator");
    const { secret } = await aSecondFactor(account);
    setClock(aMinuteLater);
    await saveSiteSettings(testActor, { expectedVersion: 0, settings: { requireSecondFactorForAdministrators: true } });
    await expect(
      disableSecondFactor(account.actor, { password: testPassword, code: appCode(secret) }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await getSecondFactorState(account.actor)).offRefusal).toMatch(/require/);
  });

  it("can be done by an administrator for somebody who has lost everything", async () => {
    setClock(start);
    const account = await anAccount("author");
    const administrator = await anAccount("administrator");
    const { session } = await aSecondFactor(account);
    await expect(removeSecondFactor(account.actor, { userId: account.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeSecondFactor(administrator.actor, { userId: account.id });
    expect(await isSignedIn(session)).toBe(false);
    expect(await isSignedIn(await aSession(account))).toBe(true);
    expect((await mailsTo(account.email)).at(-1)).toMatch(/second factor is off/);
    await expect(removeSecondFactor(administrator.actor, { userId: account.id })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(removeSecondFactor(administrator.actor, { userId: 99_999 })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

it("new recovery codes replace the old", async () => {
  setClock(start);
  const account = await anAccount("editor");
  await expect(renewRecoveryCodes(account.actor, { password: testPassword })).rejects.toMatchObject({
    code: "conflict",
  });
  const { recoveryCodes } = await aSecondFactor(account);
  await expect(renewRecoveryCodes(account.actor, { password: "wrong" })).rejects.toMatchObject({ code: "invalid" });
  const fresh = await renewRecoveryCodes(account.actor, { password: testPassword });
  expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
  const off = (code = "") => disableSecondFactor(account.actor, { password: testPassword, code });
  await expect(off(recoveryCodes[0])).rejects.toMatchObject({ code: "invalid" });
  await off(fresh[0]);
});
