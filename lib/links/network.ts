/** Which machines the magazine may ask on somebody's behalf. Pure. */
import ipaddr from "ipaddr.js";

export type Network = { allowsPort: (port: number) => boolean; allowsAddress: (address: string) => boolean };

const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * The public internet, on the two ports of the web. Everything else (this machine, the local network, the metadata
 * services of hosting providers) would let somebody who may write an article look into our own network (OWASP,
 * Server-Side Request Forgery Prevention Cheat Sheet).
 */
export const publicNetwork: Network = {
  allowsPort: (port) => port === 80 || port === 443,
  allowsAddress: isPublicAddress,
};

function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 clothes (::ffff:127.0.0.1) is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(globalUnicast);
}
