import { beforeAll, describe, expect, it } from "vitest";
import { forgetExpired } from "@/lib/auth/commands/forget-expired";
import { endAllSessions, endSession, startSession, touchSession } from "@/lib/auth/commands/sessions";
import { findActor, listSessions } from "@/lib/auth/queries";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { saveSiteSettings } from "@/lib/settings/commands";
import { changeRole, disableUser, enableUser } from "@/lib/users/commands/manage-accounts";
import { anAccount } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aSecondFactor, aSession, auditOf, isSignedIn } from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");
const afterDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "" });
});

describe("a session", () => {
  it("stands for its account, with what the database says now", async () => {
    setClock(start);
    const account = await anAccount("author");
    const token = await aSession(account);
    expect(await findActor(token)).toEqual({
      kind: "user",
      id: account.id,
      email: account.email,
      role: "author",
      name: "The author",
      sessionId: token.sessionId,
      lastSeenAt: start,
      owesSecondFactor: false,
    });
    await changeRole(testActor, { userId: account.id, role: "moderator" });
    expect(await findActor(token)).toMatchObject({ role: "moderator" });
    expect(await auditOf(account.id)).toEqual(["user.created", "session.started", "user.role-changed"]);
  });

  it("opens nothing with the id of another's account, another version or a session that is none", async () => {
    const account = await anAccount("author");
    const other = await anAccount("administrator");
    const token = await aSession(account);
    expect(await findActor({ ...token, userId: other.id })).toBeNull();
    expect(await findActor({ ...token, tokenVersion: 1 })).toBeNull();
    expect(await findActor({ ...token, sessionId: "8c5a1c1e-5d2f-4d4e-9c55-0d1b3a0f7f11" })).toBeNull();
  });

  it("ends at once when the account is disabled, and does not come back with it", async () => {
    const account = await anAccount("author");
    const token = await aSession(account);
    await disableUser(testActor, { userId: account.id });
    expect(await isSignedIn(token)).toBe(false);
    await enableUser(testActor, { userId: account.id });
    expect(await isSignedIn(token)).toBe(false);
    expect(await isSignedIn(await aSession(account))).toBe(true);
  });

  it("ends after a week without use, and after thirty days of use", async () => {
    setClock(start);
    const account = await anAccount("author");
    const idle = await aSession(account);
    const busy = await aSession(account);
    for (let day = 5; day < 30; day += 5) {
      setClock(afterDays(day));
      const actor = await findActor(busy);
      if (actor) await touchSession(actor);
    }
    expect(await isSignedIn(idle)).toBe(false);
    expect(await isSignedIn(busy)).toBe(true);
    expect((await listSessions(account.actor)).map(({ id }) => id)).toEqual([busy.sessionId]);
    setClock(afterDays(30));
    expect(await isSignedIn(busy)).toBe(false);
    await forgetExpired();
    expect(await database().userSession.count({ where: { userId: account.id } })).toBe(0);
  });

  it("is written down at most once a minute", async () => {
    setClock(start);
    const token = await aSession(await anAccount("author"));
    const seen = async (seconds: number): Promise<Date | undefined> => {
      setClock(new Date(start.getTime() + seconds * 1000));
      const actor = await findActor(token);
      if (actor) await touchSession(actor);
      return (await findActor(token))?.lastSeenAt;
    };
    expect(await seen(59)).toEqual(start);
    expect(await seen(60)).toEqual(new Date(start.getTime() + 60_000));
  });

  it("is not started for credentials that were checked before everything changed", async () => {
    const { id, actor } = await anAccount("author");
    await endAllSessions(actor);
    const input = { userId: id, tokenVersion: 0, address: "::1" };
    await expect(startSession(input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startSession({ ...input, userId: 0 })).rejects.toMatchObject({ code: "invalid" });
    const token = await startSession({
      ...input,
      tokenVersion: 1,
      userAgent: " Ag\u0000ent\r\n",
      address: "192.0.2.77",
    });
    expect(await listSessions(actor)).toMatchObject([
      { id: token.sessionId, userAgent: "Ag ent", network: "192.0.2.0/24" },
    ]);
  });
});

describe("signing out", () => {
  it("of one session leaves the others, and is nobody else's to do", async () => {
    const account = await anAccount("author");
    const other = await anAccount("administrator");
    const [first, second] = [await aSession(account), await aSession(account)];
    await expect(endSession(other.actor, { sessionId: first.sessionId })).rejects.toMatchObject({ code: "not-found" });
    expect(await isSignedIn(first)).toBe(true);
    await endSession(account.actor, { sessionId: first.sessionId });
    expect(await isSignedIn(first)).toBe(false);
    expect(await isSignedIn(second)).toBe(true);
    await expect(endSession(account.actor, { sessionId: first.sessionId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(endSession(account.actor, { sessionId: "x" })).rejects.toMatchObject({ code: "invalid" });
    await expect(endSession(testActor, { sessionId: first.sessionId })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("everywhere holds for every session at once, and for no other account", async () => {
    const account = await anAccount("author");
    const other = await aSession(await anAccount("author"));
    const tokens = [await aSession(account), await aSession(account)];
    await endAllSessions(account.actor);
    for (const token of tokens) expect(await isSignedIn(token)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
    expect(await listSessions(account.actor)).toEqual([]);
    expect((await auditOf(account.id)).at(-1)).toBe("session.all-ended");
    await expect(endAllSessions(testActor)).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("an administrator owes a second factor from the moment the setting says so", async () => {
  const administrator = await anAccount("administrator");
  const protectedOne = await anAccount("administrator");
  const { session } = await aSecondFactor(protectedOne);
  const editor = await aSession(await anAccount("editor"));
  const token = await aSession(administrator);
  const owes = async (): Promise<boolean | undefined> => (await findActor(token))?.owesSecondFactor;
  expect(await owes()).toBe(false);
  await requireSecondFactor(true);
  try {
    expect(await owes()).toBe(true);
    expect(await findActor(session)).toMatchObject({ owesSecondFactor: false });
    expect(await findActor(editor)).toMatchObject({ owesSecondFactor: false });
  } finally {
    await requireSecondFactor(false);
  }
  expect(await owes()).toBe(false);
});

async function requireSecondFactor(requireSecondFactorForAdministrators: boolean): Promise<void> {
  const row = await database().setting.findUnique({ where: { key: "site" } });
  await saveSiteSettings(testActor, {
    expectedVersion: row?.version ?? 0,
    settings: { requireSecondFactorForAdministrators },
  });
}
