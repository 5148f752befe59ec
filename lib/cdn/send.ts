import type { Verdict } from "@/lib/hooks/policy";
import { post } from "@/lib/hooks/post";
import { cdnPace } from "./pace";
import type { Cdn, Purge } from "./types";

/**
 * Has a CDN purge something. The first request that it does not fulfil ends it; all of them may be repeated.
 * @returns what became of it; no reason in it holds the token
 * @throws the signal's reason when the process leaves
 */
export async function sendPurge(cdn: Cdn, purge: Purge, signal: AbortSignal): Promise<Verdict> {
  const { isRefusal, token: secret } = cdn;
  for (const { url, headers, body } of cdn.requests(purge)) {
    const { timeout } = cdnPace();
    const verdict = await post(url, { body, headers, signal, timeout, secret, ...(isRefusal ? { isRefusal } : {}) });
    if (verdict.kind !== "done") return verdict;
  }
  return { kind: "done" };
}
