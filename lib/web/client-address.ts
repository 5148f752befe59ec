import type { IncomingMessage } from "node:http";

/**
 * The network address of who asks. Every proxy adds whom it heard from to X-Forwarded-For; what stands further left than
 * our own proxies reach was written by the client and is not believed.
 * @param trustedProxies how many proxies of ours stand in front (TRUSTED_PROXIES)
 */
export function clientAddress(
  request: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } },
  trustedProxies: number,
): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = forwarded
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  const all = [...hops, request.socket.remoteAddress ?? ""];
  return (all.at(-1 - trustedProxies) ?? all[0] ?? "").slice(0, 100);
}
