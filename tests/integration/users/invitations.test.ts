import { beforeAll, describe, expect, it } from "vitest";
import { forgetExpired } from "@/lib/auth/commands/forget-expired";
import { getOpenLink } from "@/lib/auth/queries";
import { roles } from "@/lib/auth/roles";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { createUser } from "@/lib/users/commands/create-user";
import { acceptInvitation, inviteUser, revokeInvitation } from "@/lib/users/commands/invitations";
import { listInvitations, listUsers } from "@/lib/users/queries";
import { anAccount, testPassword, type TestAccount } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aSession, auditOf, isSignedIn, mailedToken, mailsTo } from "@/tests/factories/sign-in";

const start = new Date("2026-11-24T12:00:00Z");
const afterDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);
let administrator: TestAccount;
const accept = (token: string, name = "Ada Lovelace") => acceptInvitation({ token, name, password: testPassword });

beforeAll(async () => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "", SITE_URL: "https://example.org" });
  administrator = await anAccount("administrator");
});

describe("an invitation", () => {
  it("becomes an account with its role and address", async () => {
    await inviteUser(administrator.actor, { email: " Ada@Example.org", role: "reviewer" });
    expect(await mailsTo("ada@example.org")).toEqual(["Your invitation to Mental Health Network"]);
    const mail = await database().outgoingMail.findFirstOrThrow({ where: { to: "ada@example.org" } });
    expect(mail.text).toContain("The administrator invites you");
    const token = await mailedToken("ada@example.org");
    expect(mail.text).toContain(`https://example.org/admin/invitation/${token}`);
    expect(await getOpenLink("invitation", token)).toEqual({ email: "ada@example.org", role: "reviewer" });
    const [open] = await listInvitations(administrator.actor);
    expect(open).toMatchObject({ email: "ada@example.org", role: "reviewer", ended: false });
    expect(open?.invitedBy).toBe("The administrator");
    const row = await database().oneTimeLink.findFirstOrThrow({ where: { email: "ada@example.org" } });
    expect(row.tokenHash).not.toBe(token);

    const { userId, tokenVersion } = await accept(token);
    expect(tokenVersion).toBe(0);
    expect(await database().user.findUnique({ where: { id: userId } })).toMatchObject({
      email: "ada@example.org",
      name: "Ada Lovelace",
      role: "reviewer",
    });
    expect(await listInvitations(administrator.actor)).toEqual([]);
    expect((await auditOf("ada@example.org")).concat(await auditOf(userId))).toEqual(["user.invited", "user.created"]);
    const account = { id: userId, email: "ada@example.org" };
    const session = await aSession({ ...account, actor: { kind: "user", ...account, role: "reviewer" } });
    expect(await isSignedIn(session)).toBe(true);
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    await expect(getOpenLink("invitation", token)).rejects.toMatchObject({ code: "gone" });
  });

  it("followed by two browsers at the same moment makes one account", async () => {
    await inviteUser(administrator.actor, { email: "race@example.org", role: "author" });
    const token = await mailedToken("race@example.org");
    const results = await Promise.allSettled(["One", "Two", "Three"].map((name) => accept(token, name)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.filter((result) => result.status === "rejected");
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "gone" });
    expect(await database().user.count({ where: { email: "race@example.org" } })).toBe(1);
  });

  it("is replaced by the next one for the same address, also when two are sent at once", async () => {
    const email = "twice@example.org";
    await inviteUser(administrator.actor, { email, role: "author" });
    const first = await mailedToken(email);
    await Promise.all([1, 2, 3].map(() => inviteUser(administrator.actor, { email, role: "editor" })));
    const open = (await listInvitations(administrator.actor)).filter((invitation) => invitation.email === email);
    expect(open).toHaveLength(1);
    expect(open[0]?.role).toBe("editor");
    await expect(accept(first)).rejects.toMatchObject({ code: "gone" });
  });

  it("ends after seven days, and is forgotten later", async () => {
    setClock(start);
    const email = "late@example.org";
    await inviteUser(administrator.actor, { email, role: "author" });
    const token = await mailedToken(email);
    setClock(new Date(afterDays(7).getTime() - 1));
    expect(await getOpenLink("invitation", token)).toMatchObject({ email });
    setClock(afterDays(7));
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    const entry = (await listInvitations(administrator.actor)).find((invitation) => invitation.email === email);
    expect(entry?.ended).toBe(true);
    setClock(afterDays(38));
    await forgetExpired();
    expect(await database().oneTimeLink.count({ where: { email } })).toBe(0);
  });

  it("can be taken back", async () => {
    const email = "back@example.org";
    await inviteUser(administrator.actor, { email, role: "author" });
    const token = await mailedToken(email);
    const { id } = await database().oneTimeLink.findFirstOrThrow({ where: { email } });
    const editor = await anAccount("editor");
    await expect(revokeInvitation(editor.actor, { invitationId: id })).rejects.toMatchObject({ code: "forbidden" });
    await revokeInvitation(administrator.actor, { invitationId: id });
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    await expect(revokeInvitation(administrator.actor, { invitationId: id })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await auditOf(email)).toEqual(["user.invited", "user.invitation-revoked"]);
  });

  it("is for administrators to send, to addresses without an account, and with a role", async () => {
    for (const role of roles.filter((known) => known !== "administrator")) {
      const { actor } = await anAccount(role);
      const input = { email: "new@example.org", role: "author" as const };
      await expect(inviteUser(actor, input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listInvitations(actor)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listUsers(actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    const taken = { email: administrator.email.toUpperCase(), role: "author" as const };
    await expect(inviteUser(administrator.actor, taken)).rejects.toMatchObject({ code: "conflict" });
    await expect(inviteUser(administrator.actor, { email: "x", role: "owner" as "author" })).rejects.toMatchObject({
      fields: { email: ["is not an e-mail address"], role: ["is no role"] },
    });
    expect(await mailsTo("new@example.org")).toEqual([]);
  });

  it("leaves everything as it was when what is typed won't do", async () => {
    const email = "short@example.org";
    await inviteUser(administrator.actor, { email, role: "author" });
    const token = await mailedToken(email);
    await expect(acceptInvitation({ token, name: " ", password: "short" })).rejects.toMatchObject({
      fields: { name: ["is missing"], password: ["needs at least 12 characters"] },
    });
    await expect(acceptInvitation({ token, name: "A", password: "aaaaaaaaaaaaaaaa" })).rejects.toMatchObject({
      code: "invalid",
    });
    await createUser(testActor, { email, name: "Otherwise", role: "editor", password: testPassword });
    await expect(accept(token)).rejects.toMatchObject({ code: "conflict" });
    expect(await getOpenLink("invitation", token)).toMatchObject({ email });
    await expect(accept("../../etc/passwd")).rejects.toMatchObject({ code: "gone" });
  });
});
