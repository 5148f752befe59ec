#!/usr/bin/env node
/**
 * Prisma's schema engine without a download.
 *
 * The Prisma CLI fetches a native schema engine from its vendor's server, which closed networks refuse. The same engine
 * is on npm as WebAssembly, where it reaches the database through a driver adapter. This script puts the two together
 * and speaks the protocol that the CLI expects of the native program; prisma.config.ts makes `npx prisma …` use it.
 * Where a comment says "the CLI", read node_modules/prisma/build/cli.js. CLI, engine and adapter must be of one version.
 *
 * It is called in three ways, with a datasource {"url": string, "shadowDatabaseUrl"?: string}:
 *
 *     schema-engine.mjs --version
 *     schema-engine.mjs --datasource JSON cli can-connect-to-database | create-database
 *     schema-engine.mjs --datasource JSON [--datamodels FILE]…      JSON-RPC, a message a line, until stdin ends
 */
import { randomUUID } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Milliseconds after which a server that does not answer counts as down. */
const connectTimeout = 5_000;
/** Milliseconds an interrupted run may take to drop its shadow database (the native engine's limit). */
const shutdownTimeout = 4_000;
/** Postgres's type numbers of its internal, one byte wide "char" and of character(n). */
const oid = { internalChar: 18, character: 1042 };

/**
 * Connects once and disconnects, because the engine's own complaint about a server out of reach carries no code.
 * @throws an error with one of Prisma's codes (P1000, P1001, P1003, P1010), or any other as it came
 */
async function checkConnection(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeout });
  try {
    await client.connect();
  } catch (error) {
    throw withPrismaCode(error, client);
  } finally {
    await client.end();
  }
}

/** Gives a failure of `client.connect()` the code and the words that users of Prisma know. */
function withPrismaCode(error, { host, port, user, database }) {
  const server = `database server at \`${host}:${port}\``;
  const reason = error.message || error.code; // "localhost" refusing on both of its addresses has no message
  const coded = (code, message) => Object.assign(new Error(message), { code });
  if (error.code === "28P01") return coded("P1000", `Authentication failed against ${server} for user \`${user}\`.`);
  if (error.code === "28000") return coded("P1010", `User \`${user}\` was denied access (${reason}).`);
  if (error.code === "3D000") return coded("P1003", `Database \`${database}\` does not exist on the ${server}.`);
  const isNetwork = /^E(CONN|HOST|NET|NO|AI_|TIMEDOUT)/.test(error.code) || /timeout|terminated/.test(reason);
  return isNetwork ? coded("P1001", `Can't reach ${server} (${reason}).`) : error;
}

/** Creates the database that the URL names, by way of the server's maintenance database. */
async function createDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code !== "42P04") throw error; // it exists: an instance that starts at the same time was faster
  } finally {
    await client.end();
  }
}

/** The URL with another database. */
function withDatabase(url, database) {
  return Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` }).href;
}

/** The adapter factory that the engine connects with. It leaves connections open: `closeAll` must follow a request. */
class Connections {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";
  #open = new Set();

  /** @param {{ url: string, shadowDatabaseUrl?: string }} datasource */
  constructor(datasource) {
    this.datasource = datasource;
  }

  /** Connects to the database itself. */
  async connect() {
    return this.#connectTo(this.datasource.url);
  }

  /**
   * Connects to an empty database in which the engine may replay the migrations. PrismaPg's own method won't do: with a
   * connection string its shadow database is the real one.
   */
  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.datasource;
    if (shadowDatabaseUrl) return this.#connectToGivenShadow(shadowDatabaseUrl);
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${name}"`);
    return this.#connectTo(withDatabase(url, name), () => main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`));
  }

  /** Connects to the database at SHADOW_DATABASE_URL and empties it, unless migrations were deployed to it. */
  async #connectToGivenShadow(url) {
    const shadow = await this.#connectTo(url);
    await shadow.executeScript(`
      DO $$ BEGIN
        IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
          RAISE EXCEPTION 'SHADOW_DATABASE_URL names a database in use. It would be emptied: give it one of its own.';
        END IF;
      END $$;
      DROP SCHEMA IF EXISTS public CASCADE;
      CREATE SCHEMA public`);
    return shadow;
  }

  /** @param {() => Promise<void>} [cleanUp] runs when the connection is closed */
  async #connectTo(url, cleanUp) {
    // One connection that stays: the engine's advisory lock, and what a migration SETs, belong to a session.
    const pool = { connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: connectTimeout };
    const adapter = adaptToEngine(await new PrismaPg(pool).connect());
    const end = adapter.dispose.bind(adapter);
    let closing;
    adapter.dispose = async () => {
      // Not one after the other: a connection in the middle of a statement ends only when its database is dropped.
      closing ??= Promise.all([end(), cleanUp?.()]).finally(() => this.#open.delete(adapter));
      await closing;
    };
    this.#open.add(adapter);
    return adapter;
  }

  /** Closes every connection, the latest first: a shadow database is dropped over one opened before it. */
  async closeAll() {
    for (const adapter of [...this.#open].reverse()) {
      await adapter.dispose().catch((error) => writeSync(2, `${error.message}\n`));
    }
  }
}

/** Replaces the two methods of adapter-pg that suit applications but not the engine. */
function adaptToEngine(adapter) {
  const { queryRaw } = adapter;
  // The system catalogs are full of "char", which adapter-pg refuses. As text it would make the engine panic at the first
  // constraint of a table. It must arrive as a character.
  adapter.queryRaw = async (query) => {
    const characters = new Set();
    const performIO = async () => {
      const result = await adapter.performIO(query);
      result.fields.forEach((field, i) => field.dataTypeID === oid.internalChar && characters.add(i));
      for (const i of characters) result.fields[i].dataTypeID = oid.character;
      return result;
    };
    const answer = await queryRaw.call({ performIO }, query);
    for (const i of characters) answer.columnTypes[i] = ColumnTypeEnum.Character;
    return answer;
  };
  // adapter-pg cuts scripts at every semicolon, also in function bodies and comments, and drops where an error stands.
  // Postgres takes a whole script at once, and then all of it succeeds or nothing.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      const line = error.position ? ` (line ${script.slice(0, error.position).split("\n").length})` : "";
      const message = error.message + line;
      throw new DriverAdapterError({ kind: "postgres", code: "N/A", severity: "ERROR", ...error, message });
    }
  };
  return adapter;
}

/** The text of the panic that ended the engine, once one has. */
let panic;

/** Loads the engine, by hand: its entry point imports the .wasm file as a module, which Node does not do unasked. */
async function loadEngine() {
  // The engine looks for this object when it panics. Without it the text is lost and the error is "unreachable".
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const bindings = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = readFileSync(bindings.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Carries out one request. @returns what the engine's method returns */
async function serve({ method, params }, connections, datamodels) {
  if (!(method in wasm.SchemaEngine.prototype)) throw new Error(`This engine has no method ${method}.`);
  await checkConnection(connections.datasource.url);
  const log = (line) => writeSync(2, `${line.trim()}\n`);
  // An engine for each request: one that has served another asks for a shadow database from elsewhere.
  const engine = await wasm.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(connections));
  // These two do so even when new, unless the migrations' outcome is in the engine's cache.
  if (method === "evaluateDataLoss" || method === "createMigration") {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  return engine[method](params);
}

/** The error as the native engine would send it. */
function describeError(error) {
  // Not declared as a panic: the CLI would offer to report it to the makers of the native engine.
  const message = panic ? `The schema engine panicked: ${panic}` : error.message;
  return { code: 4466, message, data: { is_panic: false, message, meta: error.meta, error_code: error.code } };
}

/** Answers requests, one after the other, until stdin ends. */
async function answerRequests(connections, schemaFiles) {
  await loadEngine();
  const datamodels = schemaFiles?.map((file) => [file, readFileSync(file, "utf8")]); // none: an empty list is a panic
  // A panic after an await surfaces here and leaves its promise pending for ever.
  const crash = new Promise((_, reject) => process.on("uncaughtException", reject));
  crash.catch(() => {});

  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (!request.method) continue; // the CLI's answer to `print`
    const outcome = await Promise.race([crash, serve(request, connections, datamodels)]).then(
      (result) => ({ result: result ?? null }),
      (error) => ({ error: describeError(error) }),
    );
    // Before the answer, because the CLI kills this process when it has that.
    await connections.closeAll();
    // The text of `diff` is shown by the CLI only when asked to, and with a line end of its own.
    const text = outcome.result?.stdout?.replace(/\n$/, "");
    const messages = [{ id: request.id, ...outcome }];
    if (text) messages.unshift({ id: randomUUID(), method: "print", params: { content: text } });
    for (const message of messages) process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }
}

/** Runs one of the CLI's checks. The exit code is the answer; an error stands on stderr. */
async function runCommand(command, { url }) {
  // The CLI takes all of stderr for JSON, so one of Node's warnings would hide the error.
  process.removeAllListeners("warning");
  try {
    if (command === "can-connect-to-database") await checkConnection(url);
    else if (command === "create-database") await createDatabase(url);
    else throw new Error(`Unknown command: ${command}`);
  } catch (error) {
    const fields = { message: error.message, error_code: error.code };
    writeSync(2, `\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`); // it skips one line
    process.exitCode = 1;
  }
}

/** Starts what the arguments ask for. Those it does not know (preview features and the like) it ignores. */
async function main() {
  const text = { type: "string" };
  const options = { version: { type: "boolean" }, datasource: text, datamodels: { ...text, multiple: true } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: false });
  if (values.version) {
    await loadEngine();
    return console.log(`schema-engine-wasm ${wasm.version()}`);
  }
  const datasource = JSON.parse(values.datasource);
  if (positionals[0] === "cli") return runCommand(positionals[1], datasource);

  const connections = new Connections(datasource);
  const stop = () => {
    setTimeout(() => process.exit(1), shutdownTimeout);
    connections.closeAll().finally(() => process.exit(0));
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  await answerRequests(connections, values.datamodels);
  process.exit(); // also when a crashed request has left something open
}

await main();
