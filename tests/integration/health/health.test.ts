import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { env, setEnvironment } from "@/lib/env";
import { checkHealth } from "@/lib/health/queries";
import type { HealthCheck } from "@/lib/health/types";
import { saveMenu } from "@/lib/navigation/commands";
import { anActor } from "@/tests/factories/actors";
import { aPublishedArticle, testActor } from "@/tests/factories/articles";
import { aSmtpServer } from "@/tests/factories/smtp";

let administrator: Actor;
beforeAll(async () => {
  administrator = await anActor("administrator");
});
afterEach(() => {
  setEnvironment({ STORAGE_URL: "", SMTP_URL: "" });
});

async function check(id: HealthCheck["id"]): Promise<HealthCheck> {
  const found = (await checkHealth(administrator)).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

describe("checkHealth", () => {
  it("looks at everything, and is for administrators", async () => {
    const states = Object.fromEntries((await checkHealth(administrator)).map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      database: "ok",
      migrations: "ok",
      storage: "ok",
      mail: "warn",
      jobs: "ok",
      websub: "ok",
      indexnow: "ok",
      cdn: "ok",
      reviews: "ok",
      links: "ok",
      backup: "warn",
    });
    await expect(checkHealth(await anActor("editor"))).rejects.toThrow(/Only administrators/);
  });

  it("sees a database that lacks a migration", async () => {
    const [last] = await sql<{ migration_name: string }>(
      "DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name",
    );
    const { state, text } = await check("migrations");
    expect(state).toBe("fail");
    expect(text).toContain(last!.migration_name);
    await sql(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('again', '', $1, now())",
      [last!.migration_name],
    );
    expect((await check("migrations")).state).toBe("ok");
  });

  it("sees a storage that takes no files, and leaves nothing in one that does", async () => {
    const file = path.join(env().DATA_DIR, "not-a-folder");
    await mkdir(env().DATA_DIR, { recursive: true });
    await writeFile(file, "x");
    await chmod(file, 0o600);
    setEnvironment({ STORAGE_URL: `file:${file}` });
    expect(await check("storage")).toMatchObject({
      state: "fail",
      advice: expect.stringContaining("STORAGE_URL") as string,
    });
  });

  it("greets the mail server, and counts what could not be delivered", async () => {
    const server = await aSmtpServer();
    setEnvironment({ SMTP_URL: server.url });
    expect(await check("mail")).toMatchObject({ state: "ok" });
    expect(server.mails).toEqual([]);
    await sql(
      `INSERT INTO outgoing_mail (message_id, "to", subject, text, html, state, created_at)
       VALUES ('<a@b>', 'x@example.org', 's', 't', 'h', 'failed', now())`,
    );
    expect(await check("mail")).toMatchObject({ state: "warn", text: expect.stringContaining("1 mail") as string });
    await server.stop();
    expect(await check("mail")).toMatchObject({ state: "fail" });
  });

  it("counts live articles that nobody looked at for two years", async () => {
    await aPublishedArticle({ slug: "old-hat", headline: "Old hat" });
    setClock(new Date(Date.now() + 3 * 366 * 86_400_000));
    expect(await check("reviews")).toMatchObject({
      state: "warn",
      text: "1 live article not looked at for 24 months.",
      items: [{ label: "Old hat" }],
    });
  });

  it("finds links of ours that lead to nothing", async () => {
    await aPublishedArticle({
      slug: "links",
      headline: "Links",
      body: {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: ["/news/links", "/news/nowhere"].map((href) => ({
              type: "text" as const,
              text: "x",
              marks: [{ type: "link" as const, attrs: { href } }],
            })),
          },
        ],
      },
    });
    await saveMenu(testActor, { menu: "footer", expectedVersion: 0, links: [{ label: "Lost", href: "/lost" }] });
    const { state, items } = await check("links");
    expect(state).toBe("warn");
    expect(items.map(({ label }) => label)).toEqual(["/news/nowhere in “Links”", "/lost in the footer menu"]);
  });
});
