import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { clientAddress } from "./client-address";

const state = processWide("undeclared-proxy", () => ({ told: false }));

/**
 * The address under which a request is counted. A proxy that TRUSTED_PROXIES does not know of would make all readers one,
 * and the first busy minute would lock everybody out: who comes from this machine, or from a private network with
 * X-Forwarded-For, is not counted, and the log says once why.
 * @returns null when it is not to be counted
 */
export function countedAddress(
  request: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } },
): string | null {
  const { TRUSTED_PROXIES: trustedProxies } = env();
  const address = clientAddress(request, trustedProxies);
  const range = ipaddr.isValid(address) ? ipaddr.process(address).range() : "unknown";
  const isForwarded = trustedProxies === 0 && request.headers["x-forwarded-for"] !== undefined;
  if (isForwarded && (range === "loopback" || range === "private" || range === "uniqueLocal")) {
    if (!state.told) log().warn({ proxy: address }, "a proxy that TRUSTED_PROXIES does not count; nobody is limited");
    state.told = true;
    return null;
  }
  return range === "loopback" ? null : address;
}
