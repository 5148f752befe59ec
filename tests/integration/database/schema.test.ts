import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { database } from "@/lib/db/client";
import { pendingMigrations } from "@/lib/db/migrations";
import { sql } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { projectRoot } from "@/lib/project-root";
import { databaseUrl, onServer } from "../global-setup";

const run = promisify(execFile);
const prisma = (...options: string[]) =>
  run(process.execPath, [path.join(projectRoot, "node_modules/prisma/build/index.js"), ...options], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: env().DATABASE_URL },
  });

describe("the schema engine", () => {
  it("finds no difference between the migrations and schema.prisma", async () => {
    expect(await pendingMigrations()).toEqual([]);
    const { stdout } = await prisma(
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema.prisma",
      "--script",
    );
    expect(stdout.trim()).toBe("-- This is an empty migration.");
  }, 60_000);

  it("sees a difference when there is one", async () => {
    await sql("ALTER TABLE tag ADD COLUMN surprise int");
    await expect(
      prisma("migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--exit-code"),
    ).rejects.toMatchObject({ code: 2 });
    await sql("ALTER TABLE tag DROP COLUMN surprise");
  }, 60_000);

  it("migrates an empty database from nothing", async () => {
    const name = `fresh_${String(process.pid)}`;
    const serverUrl = inject("serverUrl");
    await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`));
    try {
      const { deployMigrations } = await import("@/lib/db/migrations");
      await deployMigrations(databaseUrl(serverUrl, name));
      const tables = await onServer(databaseUrl(serverUrl, name), (client) =>
        client.query<{ n: string }>("SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'public'"),
      );
      expect(Number(tables.rows[0]?.n)).toBeGreaterThan(15);
    } finally {
      await onServer(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    }
  }, 60_000);
});

describe("constraints", () => {
  it.each([
    ["a slug with capitals", `INSERT INTO tag (slug, name) VALUES ('Stress', 'x')`, /tag_slug_check/],
    ["a slug twice", `INSERT INTO tag (slug, name) VALUES ('twice', 'a'), ('twice', 'b')`, /tag_slug_key/],
    [
      "an e-mail address with capitals",
      `INSERT INTO app_user (email, name, role) VALUES ('A@b.c', 'x', 'editor')`,
      /email_check/,
    ],
    [
      "a 410 with a target",
      `INSERT INTO redirect (from_path, to_path, status) VALUES ('/a', '/b', 410)`,
      /redirect_target_check/,
    ],
    ["a redirect to itself", `INSERT INTO redirect (from_path, to_path) VALUES ('/a', '/a')`, /redirect_target_check/],
    [
      "an odd redirect status",
      `INSERT INTO redirect (from_path, to_path, status) VALUES ('/a', '/b', 200)`,
      /redirect_status_check/,
    ],
    ["a second content version", `INSERT INTO content_version (id) VALUES (2)`, /one_row_check/],
    [
      "a category below nothing",
      `INSERT INTO category (slug, name, parent_id) VALUES ('x', 'x', 999999)`,
      /foreign key/,
    ],
  ])("refuse %s", async (_name, statement, reason) => {
    await expect(sql(statement)).rejects.toThrow(reason);
  });

  it("refuse a category that is its own ancestor", async () => {
    const a = await database().category.create({ data: { slug: "a", name: "a" } });
    const b = await database().category.create({ data: { slug: "b", name: "b", parentId: a.id } });
    const c = await database().category.create({ data: { slug: "c", name: "c", parentId: b.id } });
    await expect(sql("UPDATE category SET parent_id = $1 WHERE id = $2", [c.id, a.id])).rejects.toThrow(/own ancestor/);
    await expect(sql("UPDATE category SET parent_id = id WHERE id = $1", [a.id])).rejects.toThrow();
  });

  it("keep history as it was written", async () => {
    await sql("INSERT INTO audit_entry (actor_label, action, subject_type, subject_id) VALUES ('x', 'y', 'z', '1')");
    await expect(sql("UPDATE audit_entry SET action = 'other'")).rejects.toThrow(/never changed/);
    await expect(sql("DELETE FROM audit_entry")).rejects.toThrow(/never changed/);
  });
});
