import { describe, expect, it } from "vitest";
import { publicNetwork } from "./network";

describe("the public network", () => {
  it.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"])("has %s", (address) => {
    expect(publicNetwork.allowsAddress(address)).toBe(true);
  });

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2001:db8::1",
    "ff02::1",
    "localhost",
    "",
  ])("has not %s", (address) => {
    expect(publicNetwork.allowsAddress(address)).toBe(false);
  });

  it("is the web, not every service", () => {
    expect([80, 443, 22, 25, 5432, 8080].filter((port) => publicNetwork.allowsPort(port))).toEqual([80, 443]);
  });
});
