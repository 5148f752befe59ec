/** What is wrong when Postgres does not do what it was asked: which of its errors are the weather, and not a mistake of ours. */
import { AppError } from "@/lib/errors";
import { currentRequest } from "@/lib/request-context";

type Fault = "unreachable" | "slow" | "full";

/** Codes of Node, of Postgres (SQLSTATE) and of Prisma. */
const faults = new Map<string, Fault>([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "EPIPE",
    "EHOSTUNREACH",
    // SQLSTATE classes 08 (connection) and 57P0x (shutdown), 53300 (too many connections), 3D000 (database is not there)
    "08000",
    "08001",
    "08003",
    "08006",
    "57P01",
    "57P02",
    "57P03",
    "53300",
    "3D000",
    // Can't reach the server, connection closed.
    "P1001",
    "P1017",
  ].map((code): [string, Fault] => [code, "unreachable"]),
  // query_canceled: the statement's time was over. P1008, P2024, P2028: the same of Prisma's, and of waiting for a connection.
  ...["57014", "P1008", "P2024", "P2028"].map((code): [string, Fault] => [code, "slow"]),
  // disk_full; and read_only_sql_transaction, which is what managed databases make of a disk that is nearly full.
  ...["53100", "25006"].map((code): [string, Fault] => [code, "full"]),
]);

const messages: Record<Fault, string> = {
  unreachable: "The database can't be reached.",
  slow: "The database takes too long to answer. Please try again in a moment.",
  full: "The database has no room left, so nothing could be saved. Keep this page open, tell whoever runs the site, and try again when there is room.",
};

/**
 * Turns a fault of the database into AppError "unavailable", and marks the request when nothing can be read; anything else
 * comes back as it is.
 */
export function translateDatabaseError(error: unknown): unknown {
  const fault = faultOf(error);
  if (fault === null) return error;
  const request = currentRequest();
  if (request && fault !== "full") request.databaseUnavailable = true;
  return new AppError("unavailable", messages[fault], { cause: error });
}

function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  for (const code of codesOf(error)) {
    const fault = faults.get(code);
    if (fault) return fault;
  }
  if (error instanceof AggregateError) return error.errors.map(faultOf).find((fault) => fault !== null) ?? null;
  // node-postgres gives these no code.
  if (/timeout exceeded when trying to connect|Query read timeout/.test(error.message)) return "slow";
  if (/Connection terminated|Client has encountered a connection error/.test(error.message)) return "unreachable";
  return null;
}

/** Prisma tells what Postgres said in the error's cause, or in its "meta". */
function codesOf(error: object): string[] {
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const inner = [cause, meta, driverAdapterError].filter((value) => typeof value === "object" && value !== null);
  const own = [code, originalCode].filter((value) => typeof value === "string");
  return [...own, ...inner.flatMap((value) => codesOf(value))];
}
