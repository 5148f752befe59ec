import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { setClock } from "@/lib/clock";
import { disconnect } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { databaseUrl, onServer } from "./global-setup";

const name = `test_${randomBytes(6).toString("hex")}`;
const dataDirectory = mkdtempSync(path.join(tmpdir(), "magazine-test-"));

beforeAll(async () => {
  await onServer(inject("serverUrl"), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${inject("templateName")}`),
  );
  setEnvironment({
    DATABASE_URL: databaseUrl(inject("serverUrl"), name),
    DATA_DIR: dataDirectory,
    LOG_LEVEL: "silent",
    NODE_ENV: "test",
  });
});

afterEach(() => {
  setClock(null);
});

afterAll(async () => {
  await disconnect();
  await onServer(inject("serverUrl"), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  rmSync(dataDirectory, { recursive: true, force: true });
});
