/** Bodies of JSON requests to the desk. */
import { AppError } from "@/lib/errors";
import { jsonBytes } from "./body-limits";

/**
 * Reads the JSON object that a request carries, and no more of it than allowed. What is in it, verbs check.
 * @param limit bytes
 * @throws AppError "too-large"; "invalid" when it is no JSON object
 */
export async function readJson(request: Request, limit = jsonBytes): Promise<Record<string, unknown>> {
  const value = parsed(await readText(request, limit));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AppError("invalid", "The request has no JSON object in it.");
  }
  return value as Record<string, unknown>;
}

async function readText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop by an error also ends the stream.
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) throw new AppError("too-large", "This is more than can be sent at once.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
