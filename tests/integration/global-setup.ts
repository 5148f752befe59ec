/**
 * A real Postgres for the integration tests, and in it a migrated template database from which every test file gets a
 * copy of its own. With TEST_DATABASE_URL (a server where databases may be created) that server is used instead.
 */
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/lib/db/embedded/server";
import { deployMigrations } from "@/lib/db/migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's maintenance database. */
    serverUrl: string;
    templateName: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.TEST_DATABASE_URL;
  // Durability is for data somebody needs; a test database is thrown away.
  const embedded = own
    ? null
    : await startEmbeddedDatabase(path.resolve(".cache/test-postgres"), {
        settings: { fsync: "off", full_page_writes: "off" },
      });
  const serverUrl = own ?? embedded?.url ?? "";
  const templateName = `template_${String(process.pid)}`;
  await onServer(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${templateName}`);
  });
  await deployMigrations(databaseUrl(serverUrl, templateName));
  project.provide("serverUrl", serverUrl);
  project.provide("templateName", templateName);
  return async () => {
    await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`));
    await embedded?.stop();
  };
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onServer<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
