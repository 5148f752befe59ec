/** The requests that tell others of changes. */
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { absoluteUrl } from "@/lib/urls";
import { keyFilePath } from "./key-file";
import { hookPace } from "./pace";
import { judgeAnswer, type Verdict } from "./policy";

/** Characters of an answer that are kept to explain a refusal. */
const mostWords = 200;

/**
 * Tells a hub that the feed at `path` has changed. W3C WebSub leaves this step to hub and publisher (section 6); hubs take the
 * form of PubSubHubbub 0.4, section 7.1.
 */
export function pingHub(endpoint: string, path: string, signal: AbortSignal): Promise<Verdict> {
  const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": absoluteUrl(path) });
  return post(endpoint, { body, signal });
}

/** Addresses that one request of IndexNow may name (indexnow.org, documentation: "up to 10,000 URLs"). */
export const mostIndexNowUrls = 10_000;

/** Tells search engines that `paths` have changed, were moved or are gone (indexnow.org, "Submitting set of URLs"). */
export function submitUrls(endpoint: string, paths: readonly string[], signal: AbortSignal): Promise<Verdict> {
  const { SITE_URL, INDEXNOW_KEY: key = "" } = env();
  const host = new URL(SITE_URL).host;
  const keyLocation = absoluteUrl(keyFilePath(key));
  const body = JSON.stringify({ host, key, keyLocation, urlList: paths.map(absoluteUrl) });
  return post(endpoint, { body, signal, headers: { "Content-Type": "application/json; charset=utf-8" } });
}

type Post = { body: URLSearchParams | string; headers?: Record<string, string>; signal: AbortSignal };

/** @throws the signal's reason when the process leaves; everything else is a verdict */
async function post(endpoint: string, { body, headers, signal }: Post): Promise<Verdict> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      headers: { "User-Agent": `MentalHealthNetwork (+${env().SITE_URL})`, ...headers },
      // The operator named this address; whoever it points to was not meant.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(hookPace().timeout)]),
    });
    const words = response.ok ? "" : await firstWords(response);
    await response.body?.cancel();
    return judgeAnswer(response.status, response.headers.get("retry-after"), words, now());
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "later", reason: reasonOf(error), retryAfter: null };
  }
}

/** What the other side says to a person, in one line. It may send as much as it likes; no more than this is read. */
async function firstWords(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    text += decoder.decode(piece.value, { stream: true });
    if (text.length >= mostWords) break;
  }
  await reader?.cancel();
  reader?.releaseLock();
  return text.replace(/\s+/g, " ").trim().slice(0, mostWords);
}

/** fetch hides what happened below "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${String(hookPace().timeout / 1000)} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
