/** Requests to others, and what became of them. */
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { judgeAnswer, type Verdict } from "./policy";

/** Milliseconds. */
const usualTimeout = 10_000;
/** Characters of an answer that are read. */
const mostRead = 2_000;
/** Of these, what is kept to explain a refusal. */
const mostWords = 200;

type Post = {
  body: URLSearchParams | string;
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** Milliseconds for the request, its answer included. */
  timeout?: number;
  /** For those who answer 200 also when they refuse: finds a refusal in the beginning of an answer. */
  isRefusal?: (answer: string) => boolean;
  /** What the request carries and no reason may repeat, even if the answer does. */
  secret?: string;
};

/**
 * Sends a request to somebody whom the operator named.
 * @throws the signal's reason when the process leaves; everything else is a verdict
 */
export async function post(
  endpoint: string,
  { body, headers, signal, timeout = usualTimeout, isRefusal, secret }: Post,
): Promise<Verdict> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      headers: { "User-Agent": `MentalHealthNetwork (+${env().SITE_URL})`, ...headers },
      // The operator named this address; whoever it points to was not meant.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const answer = response.ok && !isRefusal ? "" : await firstWords(response);
    await response.body?.cancel();
    const words = (secret ? answer.replaceAll(secret, "…") : answer).slice(0, mostWords);
    if (response.ok) return isRefusal?.(answer) ? { kind: "refused", reason: words } : { kind: "done" };
    return judgeAnswer(response.status, response.headers.get("retry-after"), words, now());
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "later", reason: reasonOf(error, timeout), retryAfter: null };
  }
}

/** How an answer begins, in one line. The other side may send as much as it likes; no more than this is read. */
async function firstWords(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    text += decoder.decode(piece.value, { stream: true });
    if (text.length >= mostRead) break;
  }
  await reader?.cancel();
  reader?.releaseLock();
  return text.replace(/\s+/g, " ").trim();
}

/** fetch hides what happened below "fetch failed". */
function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${String(timeout / 1000)} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
