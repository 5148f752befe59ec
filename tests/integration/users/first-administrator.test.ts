import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import {
  acceptFirstAdministratorLink,
  ensureAdministrator,
  makeFirstAdministratorLink,
} from "@/lib/users/commands/first-administrator";
import { anAccount, testPassword } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aSession, auditOf, isSignedIn } from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "", SITE_URL: "https://example.org" });
});
beforeEach(async () => {
  await database().oneTimeLink.deleteMany();
  await database().user.deleteMany();
});
afterEach(() => {
  setEnvironment({ ADMIN_EMAIL: "", ADMIN_PASSWORD: "" });
});

const tokenOf = async (): Promise<string> => {
  const link = (await makeFirstAdministratorLink(testActor)) ?? "";
  return /^https:\/\/example\.org\/admin\/first-administrator\/([0-9a-f]{64})$/.exec(link)?.[1] ?? "no link";
};
const accept = (token: string, email = "ada@example.org") =>
  acceptFirstAdministratorLink({ token, email, name: "Ada", password: testPassword });

describe("the first administrator's link", () => {
  it("makes an administrator who can sign in; then there is no such link", async () => {
    const { userId } = await accept(await tokenOf());
    const account = { id: userId, email: "ada@example.org" };
    expect(await database().user.findUnique({ where: { id: userId } })).toMatchObject({ role: "administrator" });
    expect(await auditOf(userId)).toEqual(["user.created"]);
    const actor = { kind: "user", ...account, role: "administrator" } as const;
    expect(await isSignedIn(await aSession({ ...account, actor }))).toBe(true);
    expect(await makeFirstAdministratorLink(testActor)).toBeNull();
  });

  it("works once: of browsers that follow it at the same moment one wins", async () => {
    const token = await tokenOf();
    const results = await Promise.allSettled(["a", "b", "c"].map((name) => accept(token, `${name}@example.org`)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().user.count()).toBe(1);
  });

  it("works no longer after a day, after the next start, or once there is an account", async () => {
    setClock(start);
    const old = await tokenOf();
    const token = await tokenOf();
    await expect(accept(old)).rejects.toMatchObject({ code: "gone" });
    setClock(new Date(start.getTime() + 24 * 3_600_000));
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    setClock(start);
    await anAccount("editor");
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    expect(await database().user.count({ where: { role: "administrator" } })).toBe(0);
  });

  it("survives input that won't do, and is made by nobody but the magazine", async () => {
    const token = await tokenOf();
    await expect(accept(token, "no address")).rejects.toMatchObject({ code: "invalid" });
    expect(await accept(token)).toMatchObject({ tokenVersion: 0 });
    const { actor } = await anAccount("administrator");
    await expect(makeFirstAdministratorLink(actor)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("ADMIN_EMAIL and ADMIN_PASSWORD", () => {
  it("make one administrator, however many instances start, and touch nothing later", async () => {
    setEnvironment({ ADMIN_EMAIL: "Root@Example.org", ADMIN_PASSWORD: testPassword });
    const made = await Promise.all([1, 2, 3].map(() => ensureAdministrator()));
    expect(made.filter(Boolean)).toHaveLength(1);
    const [user] = await database().user.findMany();
    expect(user).toMatchObject({ email: "root@example.org", role: "administrator" });
    setEnvironment({ ADMIN_EMAIL: "root@example.org", ADMIN_PASSWORD: "a different password" });
    expect(await ensureAdministrator()).toBe(false);
    expect((await database().user.findMany())[0]?.passwordHash).toBe(user?.passwordHash);
  });

  it("make nobody when they are unset", async () => {
    expect(await ensureAdministrator()).toBe(false);
    expect(await database().user.count()).toBe(0);
  });
});
