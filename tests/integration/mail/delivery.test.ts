import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { setEnvironment } from "@/lib/env";
import { deliverDueMail } from "@/lib/mail/commands/deliver-due-mail";
import { forgetOldMail } from "@/lib/mail/commands/forget-old-mail";
import { queueMail } from "@/lib/mail/commands/queue-mail";
import { retryMail } from "@/lib/mail/commands/retry-mail";
import { startMailDelivery } from "@/lib/mail/delivery";
import { getOutboxMail, listOutbox } from "@/lib/mail/queries";
import { anAccount, type TestAccount } from "@/tests/factories/accounts";
import { aSmtpServer, type TestSmtpServer } from "@/tests/factories/smtp";

let smtp: TestSmtpServer;
let administrator: TestAccount;
let editor: TestAccount;
const start = new Date("2026-11-24T12:00:00Z");
const afterMinutes = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

const mailTo = (to: string) => ({ to, subject: "Grüße 🌿", text: "Hello.\n", html: "<p>Hello.</p>\n" });
const queue = (to: string): Promise<void> => transaction((tx) => queueMail(tx, mailTo(to)));
const rowOf = (to: string) => database().outgoingMail.findFirstOrThrow({ where: { to }, orderBy: { id: "desc" } });

beforeAll(async () => {
  smtp = await aSmtpServer();
  administrator = await anAccount("administrator");
  editor = await anAccount("editor");
});
beforeEach(async () => {
  await database().outgoingMail.deleteMany();
  smtp.mails.length = 0;
  smtp.refuse.clear();
  setEnvironment({ SMTP_URL: smtp.url });
  setClock(start);
});
afterEach(async () => {
  await smtp.stop();
  await smtp.start();
});
afterAll(async () => {
  setEnvironment({ SMTP_URL: "" });
  await smtp.stop();
});

describe("with an SMTP server", () => {
  it("sends a mail once, both parts whole, and keeps no text of it", async () => {
    await queue("ada@example.org");
    expect(await deliverDueMail()).toEqual({ sent: 1, postponed: 0, failed: 0, kept: 0 });
    expect(await deliverDueMail()).toEqual({ sent: 0, postponed: 0, failed: 0, kept: 0 });
    const row = await rowOf("ada@example.org");
    expect(row).toMatchObject({ state: "sent", sentAt: start, attempts: 1, nextAttemptAt: null, text: "", html: "" });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ subject: "Grüße 🌿", messageId: row.messageId, text: "Hello.\n" });
    expect(smtp.mails[0]?.html).toBe("<p>Hello.</p>\n");
    expect(smtp.mails[0]?.from?.value).toEqual([
      { name: "Mental Health Network", address: "editors@mentalhealthnetwork.example" },
    ]);
    expect(smtp.mails[0]?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  it("sends nothing of a transaction that came to nothing", async () => {
    await expect(
      transaction(async (tx) => {
        await queueMail(tx, mailTo("ada@example.org"));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await deliverDueMail()).toMatchObject({ sent: 0 });
    expect(smtp.mails).toEqual([]);
  });

  it("refuses a subject of two lines and an address that is none", async () => {
    await expect(
      transaction((tx) => queueMail(tx, { ...mailTo("ada@example.org"), subject: "a\r\nBcc: b@example.org" })),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(queue("nobody")).rejects.toMatchObject({ code: "invalid" });
  });

  it("sends each mail once, however many instances deliver", async () => {
    for (let index = 0; index < 20; index += 1) await queue(`reader-${String(index)}@example.org`);
    const reports = await Promise.all([1, 2, 3, 4].map(() => deliverDueMail()));
    expect(reports.reduce((sum, report) => sum + report.sent, 0)).toBe(20);
    const addresses = smtp.mails.map((mail) => mail.to && "text" in mail.to && mail.to.text);
    expect(new Set(addresses).size).toBe(20);
    expect(addresses).toHaveLength(20);
  });

  it("loses none while the server is away, and does not burn the queue on it", async () => {
    await smtp.stop();
    for (const name of ["a", "b", "c"]) await queue(`${name}@example.org`);
    expect(await deliverDueMail()).toEqual({ sent: 0, postponed: 1, failed: 0, kept: 0 });
    const first = await rowOf("a@example.org");
    expect(first).toMatchObject({ state: "queued", attempts: 1, nextAttemptAt: afterMinutes(1) });
    expect(first.lastError).toMatch(/ECONNREFUSED/);
    expect(await rowOf("b@example.org")).toMatchObject({ attempts: 0 });
    await smtp.start();
    expect(await deliverDueMail()).toMatchObject({ sent: 2 });
    setClock(afterMinutes(1));
    expect(await deliverDueMail()).toMatchObject({ sent: 1 });
    expect(smtp.mails).toHaveLength(3);
    expect(await rowOf("a@example.org")).toMatchObject({ state: "sent", lastError: null });
  });

  it("takes up, after its lease, what an instance took and died with", async () => {
    await queue("ada@example.org");
    await database().outgoingMail.updateMany({ data: { attempts: 1, nextAttemptAt: afterMinutes(10) } });
    setClock(afterMinutes(9));
    expect(await deliverDueMail()).toMatchObject({ sent: 0 });
    setClock(afterMinutes(10));
    expect(await deliverDueMail()).toMatchObject({ sent: 1 });
  });

  it("waits when a mailbox is full, gives up when there is none, and goes on with the others", async () => {
    smtp.refuse.set("full@example.org", { responseCode: 452, message: "mailbox full" });
    smtp.refuse.set("gone@example.org", { responseCode: 550, message: "no such user" });
    for (const name of ["full", "gone", "fine"]) await queue(`${name}@example.org`);
    expect(await deliverDueMail()).toEqual({ sent: 1, postponed: 1, failed: 1, kept: 0 });
    expect(await rowOf("full@example.org")).toMatchObject({ state: "queued", nextAttemptAt: afterMinutes(1) });
    const gone = await rowOf("gone@example.org");
    expect(gone).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(gone.lastError).toContain("no such user");
    smtp.refuse.clear();
    await retryMail(administrator.actor, { mailId: gone.id });
    expect(await deliverDueMail()).toMatchObject({ sent: 1 });
    await expect(retryMail(administrator.actor, { mailId: gone.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("delivers by itself, past a server and a database that come and go", async () => {
    setClock(null);
    await queue("ada@example.org");
    const stop = startMailDelivery(0.05);
    await vi.waitFor(() => {
      expect(smtp.mails).toHaveLength(1);
    });
    await database().$executeRaw`ALTER TABLE outgoing_mail RENAME TO elsewhere`;
    await new Promise((resolve) => setTimeout(resolve, 150));
    await database().$executeRaw`ALTER TABLE elsewhere RENAME TO outgoing_mail`;
    await queue("bob@example.org");
    await vi.waitFor(() => {
      expect(smtp.mails).toHaveLength(2);
    });
    await stop();
    await queue("eve@example.org");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(smtp.mails).toHaveLength(2);
  });
});

describe("without an SMTP server", () => {
  beforeEach(() => {
    setEnvironment({ SMTP_URL: "" });
  });

  it("keeps mail for administrators to read", async () => {
    await queue("ada@example.org");
    expect(await deliverDueMail()).toEqual({ sent: 0, postponed: 0, failed: 0, kept: 0 });
    const { items, total } = await listOutbox(administrator.actor);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ to: "ada@example.org", subject: "Grüße 🌿", state: "kept" });
    expect(await getOutboxMail(administrator.actor, items[0]!.id)).toMatchObject({ text: "Hello.\n" });
  });

  it("sends what was kept once there is a server, when an administrator says so", async () => {
    await queue("ada@example.org");
    setEnvironment({ SMTP_URL: smtp.url });
    expect(await deliverDueMail()).toMatchObject({ sent: 0 });
    await retryMail(administrator.actor, { mailId: (await rowOf("ada@example.org")).id });
    expect(await deliverDueMail()).toMatchObject({ sent: 1 });
  });

  it("keeps what was queued for a server that is no more", async () => {
    setEnvironment({ SMTP_URL: smtp.url });
    await queue("ada@example.org");
    setEnvironment({ SMTP_URL: "" });
    expect(await deliverDueMail()).toMatchObject({ kept: 1 });
    expect(await rowOf("ada@example.org")).toMatchObject({ state: "kept" });
  });
});

describe("the outbox", () => {
  it("is for administrators", async () => {
    await queue("ada@example.org");
    const { id } = await rowOf("ada@example.org");
    await expect(listOutbox(editor.actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getOutboxMail(editor.actor, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(retryMail(editor.actor, { mailId: id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("shows no text that goes to its reader by SMTP", async () => {
    await queue("ada@example.org");
    const { id } = await rowOf("ada@example.org");
    expect(await getOutboxMail(administrator.actor, id)).toMatchObject({ state: "queued", text: null, html: null });
  });

  it("says what is not there", async () => {
    await expect(getOutboxMail(administrator.actor, 999_999)).rejects.toMatchObject({ code: "not-found" });
    await expect(listOutbox(administrator.actor, 2)).rejects.toMatchObject({ code: "not-found" });
    await expect(retryMail(administrator.actor, { mailId: 999_999 })).rejects.toMatchObject({ code: "not-found" });
    await expect(retryMail(administrator.actor, { mailId: 0 })).rejects.toMatchObject({ code: "invalid" });
  });

  it("forgets after a month, but never what still waits", async () => {
    await queue("sent@example.org");
    await deliverDueMail();
    await queue("waiting@example.org");
    setClock(afterMinutes(29 * 1440));
    expect(await forgetOldMail()).toBe(0);
    setClock(afterMinutes(31 * 1440));
    expect(await forgetOldMail()).toBe(1);
    expect(await database().outgoingMail.findMany({ select: { to: true } })).toEqual([{ to: "waiting@example.org" }]);
  });
});
