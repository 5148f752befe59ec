/** The process's connections to Postgres. Counts statements into the request's context, and knows an outage when it sees one. */
import { createHash } from "node:crypto";
import { Pool, types, type PoolClient, type QueryConfig, type QueryResultRow } from "pg";
import { env } from "@/lib/env";
import { steadyMilliseconds } from "@/lib/clock";
import { log } from "@/lib/log";
import { forgetProcessWide, processWide } from "@/lib/process-wide";
import { currentRequest } from "@/lib/request-context";
import { translateDatabaseError } from "./database-faults";

// count(*) and sums are bigint; every one of ours is far below 2^53.
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

/** How long a reader waits for a connection before the answer is 503, in milliseconds. */
const connectionTimeout = 5_000;
/** No statement of a page may run longer, in milliseconds (bulk work asks for its own client and lifts it). */
const statementTimeout = 10_000;
/**
 * A server that stands still, or a network that swallows everything, can't keep the limit above: then this process does, in
 * milliseconds, and the connection is given up.
 */
const answerTimeout = statementTimeout + 2_000;

/** The pool, made at first use. */
export function pool(): Pool {
  return processWide("pool", () => {
    const made = new Pool({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: connectionTimeout,
      statement_timeout: statementTimeout,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: "mental-health-network",
    });
    // An idle connection that dies must not take the process along; the next query opens another.
    made.on("error", (error) => {
      log().info({ reason: error.message }, "a database connection was lost");
    });
    return made;
  });
}

/** Ends the pool, if there is one. */
export async function closePool(): Promise<void> {
  const made = forgetProcessWide("pool") as Pool | undefined;
  await made?.end();
}

/**
 * Runs one statement.
 * @param text SQL with $1, $2, … for `values`
 * @throws AppError "unavailable" when the database can't be reached, takes too long or is full
 */
export async function sql<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
  client?: Pick<PoolClient, "query">,
): Promise<Row[]> {
  // Whoever brings a connection has its own idea of time.
  return client ? run(client, { text, values }) : run(pool(), { text, values, query_timeout: answerTimeout });
}

/**
 * The same for what readers' pages ask again and again: each connection has the statement planned a few times and keeps the
 * plan, since planning takes longer than most of them do. Not for a text that is put together for a request: connections
 * never forget one.
 */
export async function preparedSql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return run(pool(), { name: nameOf(text), text, values, query_timeout: answerTimeout });
}

const names = new Map<string, string>();

/** Texts that differ must not share a name, and one text has the same in every copy of this module. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}

async function run<Row extends QueryResultRow>(
  client: Pick<PoolClient, "query">,
  statement: QueryConfig & { query_timeout?: number },
): Promise<Row[]> {
  const started = steadyMilliseconds();
  try {
    const result = await client.query<Row>(statement);
    return result.rows;
  } catch (error) {
    throw translateDatabaseError(error);
  } finally {
    countStatement(steadyMilliseconds() - started);
  }
}

/** Adds one statement to the request's account (Server-Timing, debug log, the tests' limit of statements a page). */
export function countStatement(milliseconds: number): void {
  const request = currentRequest();
  if (!request) return;
  request.sqlStatements += 1;
  request.sqlMilliseconds += milliseconds;
}
