/** Networks of addresses: what is counted at sign-in, and what a list of sessions shows. Pure. */
import { isIPv4, isIPv6 } from "node:net";

/**
 * Who counts as one at sign-in: an IPv4 address; of IPv6 the network of 64 bits, which a single customer commands whole
 * (RFC 6177).
 * @param address as a socket or a proxy gives it; anything else counts together as "unknown"
 */
export function countedNetwork(address: string): string {
  const known = parse(address);
  if (!known) return "unknown";
  return known.version === 4 ? known.parts.join(".") : ipv6Prefix(known.parts, 4);
}

/** Where somebody is signed in, coarse enough to be no trace of a household: IPv4 /24, IPv6 /48. */
export function shownNetwork(address: string): string {
  const known = parse(address);
  if (!known) return "unknown";
  return known.version === 4 ? `${known.parts.slice(0, 3).join(".")}.0/24` : `${ipv6Prefix(known.parts, 3)}/48`;
}

type Parsed = { version: 4; parts: string[] } | { version: 6; parts: number[] };

function parse(address: string): Parsed | null {
  const bare = address.trim().replace(/%.*$/, "");
  if (isIPv4(bare)) return { version: 4, parts: bare.split(".") };
  if (!isIPv6(bare)) return null;
  const parts = ipv6Parts(bare);
  // ::ffff:192.0.2.1 is IPv4 on a socket that speaks both (RFC 4291, 2.5.5.2).
  if (parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff) {
    return { version: 4, parts: parts.slice(6).flatMap((part) => [String(part >> 8), String(part & 0xff)]) };
  }
  return { version: 6, parts };
}

/** Eight groups of 16 bits. */
function ipv6Parts(address: string): number[] {
  const hexadecimal = address.replace(/\d+\.\d+\.\d+\.\d+$/, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
    return [a * 256 + b, c * 256 + d].map((part) => part.toString(16)).join(":");
  });
  const [head = "", tail] = hexadecimal.split("::");
  const groups = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => parseInt(group, 16)));
  if (tail === undefined) return groups(head);
  const [before, after] = [groups(head), groups(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function ipv6Prefix(parts: number[], groups: number): string {
  const kept = parts.slice(0, groups).map((part) => part.toString(16));
  return `${kept.join(":")}::`;
}
