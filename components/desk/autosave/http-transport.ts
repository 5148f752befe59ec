/** Saves over HTTP: PUT of JSON to the desk. */
import type { WorkingCopy } from "@/lib/articles/schema";
import { SaveRefused, type SaveAnswer, type SaveTransport } from "./autosave-types";

/** Milliseconds after which a save counts as lost and is told again. */
const timeout = 20_000;
/** Bytes that a browser sends for a page that is going away (Fetch standard: 64 KiB in flight), less some for the rest. */
export const keepaliveLimit = 60_000;

type Json<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;
type ErrorBody = { error?: { code?: string; message?: string; fields?: Record<string, string[]> } };

/** Errors that pass by themselves, or when somebody signs in again in another tab. */
const passing = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

/** @param path deskWorkingCopyPath(articleId) */
export function httpTransport(path: string, send: typeof fetch = (...given) => fetch(...given)): SaveTransport {
  return async (request, { keepalive = false } = {}) => {
    const body = JSON.stringify(request);
    if (keepalive && new Blob([body]).size > keepaliveLimit) throw new Error("too large for a page that goes away");
    const response = await send(path, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive,
      ...(keepalive ? {} : { signal: AbortSignal.timeout(timeout) }),
    });
    if (!response.ok) throw await refusal(response);
    return readAnswer((await response.json()) as Json<SaveAnswer>);
  };
}

async function refusal(response: Response): Promise<SaveRefused> {
  let told: ErrorBody["error"];
  try {
    told = ((await response.json()) as ErrorBody | null)?.error;
  } catch {
    told = undefined;
  }
  // What is no answer of the desk (a proxy's page, a redirect to somewhere) says nothing about this save.
  const known = told?.message !== undefined;
  return new SaveRefused({
    code: told?.code ?? "unreachable",
    message: told?.message ?? `The server answered ${String(response.status)}.`,
    ...(told?.fields ? { fields: told.fields } : {}),
    passing: passing.has(response.status) || !known,
  });
}

/** JSON has no dates. */
function readAnswer(answer: Json<SaveAnswer>): SaveAnswer {
  if (answer.ok) return { ...answer, savedAt: new Date(answer.savedAt) };
  const { current, at, ...rest } = answer.conflict;
  return { ok: false, conflict: { ...rest, current: reviveCopy(current), at: new Date(at) } };
}

/** A working copy as it came over the wire. */
export function reviveCopy(copy: Json<WorkingCopy>): WorkingCopy {
  return { ...copy, reviewedAt: copy.reviewedAt === null ? null : new Date(copy.reviewedAt) };
}
