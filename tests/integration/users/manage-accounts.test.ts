import { beforeAll, describe, expect, it } from "vitest";
import { roles } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { changeRole, disableUser, enableUser } from "@/lib/users/commands/manage-accounts";
import { makePasswordLink } from "@/lib/users/commands/password-reset";
import { getUser, listUsers } from "@/lib/users/queries";
import { anAccount, type TestAccount } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aSecondFactor, auditOf } from "@/tests/factories/sign-in";

let first: TestAccount;
const activeAdministrators = () => database().user.count({ where: { role: "administrator", disabledAt: null } });

beforeAll(async () => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "" });
  first = await anAccount("administrator");
});

describe("the last administrator", () => {
  it("can be neither demoted nor disabled, by anybody", async () => {
    await expect(changeRole(first.actor, { userId: first.id, role: "editor" })).rejects.toMatchObject({
      code: "conflict",
      message: "This is the last administrator. Make somebody else an administrator first.",
    });
    await expect(disableUser(testActor, { userId: first.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await activeAdministrators()).toBe(1);
  });

  it("is not lost when two administrators demote each other at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await anAccount("administrator");
      const results = await Promise.allSettled([
        changeRole(first.actor, { userId: second.id, role: "editor" }),
        disableUser(second.actor, { userId: first.id }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await activeAdministrators()).toBe(1);
      if ((await database().user.findUniqueOrThrow({ where: { id: first.id } })).disabledAt) {
        await enableUser(testActor, { userId: first.id });
        await changeRole(testActor, { userId: second.id, role: "editor" });
      }
    }
  });
});

describe("accounts", () => {
  it("get another role", async () => {
    const { id } = await anAccount("author");
    await changeRole(first.actor, { userId: id, role: "editor" });
    expect(await getUser(first.actor, id)).toMatchObject({ role: "editor" });
    const entry = await database().auditEntry.findFirstOrThrow({ where: { action: "user.role-changed" } });
    expect(entry).toMatchObject({ actorLabel: first.email });
    await expect(changeRole(first.actor, { userId: id, role: "editor" })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRole(first.actor, { userId: id, role: "owner" as "editor" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(changeRole(first.actor, { userId: 99_999, role: "editor" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("are disabled with their links, and enabled again", async () => {
    const { id, email } = await anAccount("author");
    await makePasswordLink(testActor, { email });
    await disableUser(first.actor, { userId: id });
    expect(await database().oneTimeLink.count({ where: { userId: id } })).toBe(0);
    expect((await getUser(first.actor, id)).disabledAt).not.toBeNull();
    await expect(disableUser(first.actor, { userId: id })).rejects.toMatchObject({ code: "conflict" });
    await enableUser(first.actor, { userId: id });
    await expect(enableUser(first.actor, { userId: id })).rejects.toMatchObject({ code: "conflict" });
    expect((await auditOf(id)).slice(-2)).toEqual(["user.disabled", "user.enabled"]);
    await expect(disableUser(first.actor, { userId: 99_999 })).rejects.toMatchObject({ code: "not-found" });
    await expect(getUser(first.actor, 99_999)).rejects.toMatchObject({ code: "not-found" });
  });

  it("are an administrator's to manage, and nobody disables themselves", async () => {
    await anAccount("administrator");
    await expect(disableUser(first.actor, { userId: first.id })).rejects.toMatchObject({ code: "conflict" });
    const { id } = await anAccount("author");
    for (const role of roles.filter((known) => known !== "administrator")) {
      const { actor } = await anAccount(role);
      await expect(changeRole(actor, { userId: id, role: "administrator" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(disableUser(actor, { userId: id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(enableUser(actor, { userId: id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(getUser(actor, id)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await getUser(first.actor, id)).toMatchObject({ role: "author", disabledAt: null });
  });

  it("are listed with what an administrator looks for", async () => {
    const account = await anAccount("editor");
    await aSecondFactor(account);
    const gone = await anAccount("author");
    await disableUser(first.actor, { userId: gone.id });
    const users = await listUsers(first.actor);
    expect(users.find(({ id }) => id === account.id)).toMatchObject({ hasSecondFactor: true, name: "The editor" });
    expect(users.find(({ id }) => id === account.id)?.lastSeenAt).toBeInstanceOf(Date);
    expect(users.find(({ id }) => id === gone.id)).toMatchObject({ hasSecondFactor: false, lastSeenAt: null });
    expect(users.at(-1)?.disabledAt).not.toBeNull();
  });
});
