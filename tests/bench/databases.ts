/** Databases of a known size for measurements, kept between runs in .cache/bench. */
import path from "node:path";
import { startEmbeddedDatabase, ensureDatabase, type EmbeddedDatabase } from "@/lib/db/embedded/server";
import { disconnect } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { deployMigrations } from "@/lib/db/migrations";
import { setEnvironment } from "@/lib/env";
import { generateArticles } from "@/prisma/seed/generate";
import { benchSecret } from "./site-process";

const directory = path.resolve(".cache/bench");

const settings = { fsync: "off" };

export function startBenchDatabase(): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase(path.join(directory, "postgres"), { settings });
}

/** Starts it again where it was, after somebody else has ended it. */
export async function restartBenchDatabase(port: number): Promise<void> {
  await startEmbeddedDatabase(path.join(directory, "postgres"), { port, settings });
}

/**
 * A migrated database with `articles` generated articles (written at the first call; 100,000 take some minutes).
 * @returns its address
 */
export async function databaseOf(server: EmbeddedDatabase, articles: number): Promise<string> {
  const name = `articles_${String(articles)}`;
  const url = await migratedDatabase(server, name);
  const added = await generateArticles(articles);
  if (added > 0) process.stdout.write(`${String(added)} articles were generated in ${name}\n`);
  return url;
}

/** A migrated database that this process's queries then ask. @returns its address */
export async function migratedDatabase(server: EmbeddedDatabase, name: string): Promise<string> {
  const url = new URL(server.url);
  url.pathname = "/postgres";
  await ensureDatabase(url.href, name);
  url.pathname = `/${name}`;
  await deployMigrations(url.href);
  await queryDatabase(url.href);
  return url.href;
}

/** A migrated database with nothing in it. @returns its address */
export async function emptyDatabase(server: EmbeddedDatabase): Promise<string> {
  const name = "empty";
  const url = new URL(server.url);
  url.pathname = "/postgres";
  await queryDatabase(url.href);
  await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await ensureDatabase(url.href, name);
  url.pathname = `/${name}`;
  await deployMigrations(url.href);
  await queryDatabase(url.href);
  return url.href;
}

/** Points this process's queries at another database. */
async function queryDatabase(url: string): Promise<void> {
  await disconnect();
  setEnvironment({ DATABASE_URL: url, DATA_DIR: directory, LOG_LEVEL: "silent", AUTH_SECRET: benchSecret });
}
