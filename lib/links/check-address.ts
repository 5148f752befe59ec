import { publicNetwork, type Network } from "./network";
import { asksAgain, resultOfFailure, resultOfStatus, type LinkResult } from "./policy";
import { RequestError, requestWeb } from "./request";

/** Milliseconds for one link, both requests together at most twice that. */
const timeout = 8_000;
const mostRedirects = 5;

/** Asks whether something is at an external address: by HEAD, and by GET where that fails. */
export async function checkAddress(address: string, network: Network = publicNetwork): Promise<LinkResult> {
  // doi.org redirects what is registered and says 404 to the rest; publishers behind it often refuse programs.
  const redirects = isDoi(address) ? 0 : mostRedirects;
  try {
    const head = await requestWeb(address, { method: "HEAD", timeout, maxBytes: 0, redirects }, network);
    if (!asksAgain(head.status)) return resultOfStatus(head.status);
    const get = await requestWeb(address, { method: "GET", timeout, maxBytes: 0, redirects }, network);
    return resultOfStatus(get.status);
  } catch (error) {
    if (error instanceof RequestError) return resultOfFailure(error.failure);
    throw error;
  }
}

function isDoi(address: string): boolean {
  return URL.canParse(address) && /^(?:dx\.)?doi\.org$/.test(new URL(address).hostname);
}
