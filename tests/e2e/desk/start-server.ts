/**
 * The magazine for the tests of the desk: a new database each time, sample articles with one picture, no account. The
 * tests make the first administrator by the link that is printed; after that the accounts of the other roles appear.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systemActor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { stopEmbeddedDatabase } from "@/lib/db/embedded/server";
import { createUser } from "@/lib/users/commands/create-user";
import { seed } from "@/prisma/seed/seed";
import { emailOf, nameOf, password, readyFile, roles } from "./accounts";

const directory = path.resolve(".cache/e2e-desk");
await stopEmbeddedDatabase(path.join(directory, "postgres"));
rmSync(directory, { recursive: true, force: true });
rmSync(path.dirname(readyFile), { recursive: true, force: true });

process.env.DATA_DIR = directory;
process.env.SAMPLE_CONTENT = "0";
process.env.LOG_LEVEL = "info";
// A browser that asks another process than the one that published would have to wait for its notification.
process.env.WEB_CONCURRENCY = "1";
process.env.SERVER_TIMING = "1";
delete process.env.DATABASE_URL;
delete process.env.SITE_URL;
delete process.env.ADMIN_EMAIL;
delete process.env.ADMIN_PASSWORD;
await import("../../../server");

const site = `http://localhost:${process.env.PORT ?? ""}`;
await until(async () => (await fetch(`${site}/readyz`).catch(() => null))?.ok === true);
await seed({ pictures: false });
await until(async () => (await database().user.count()) > 0);
for (const role of roles.filter((candidate) => candidate !== "administrator")) {
  await createUser(systemActor("cli"), { email: emailOf(role), name: nameOf(role), role, password });
}

mkdirSync(path.dirname(readyFile), { recursive: true });
writeFileSync(readyFile, "");

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}
