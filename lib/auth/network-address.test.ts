import { describe, expect, it } from "vitest";
import { countedNetwork, shownNetwork } from "./network-address";

describe("networks", () => {
  it.each([
    ["192.0.2.77", "192.0.2.77", "192.0.2.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.77", "192.0.2.0/24"],
    ["::ffff:c000:24d", "192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", "2001:db8:1::/48"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::", "2001:db8:1::/48"],
    ["fe80::1%eth0", "fe80:0:0:0::", "fe80:0:0::/48"],
    ["::1", "0:0:0:0::", "0:0:0::/48"],
    ["64:ff9b::192.0.2.1", "64:ff9b:0:0::", "64:ff9b:0::/48"],
    ["", "unknown", "unknown"],
    ["unix:/tmp/socket", "unknown", "unknown"],
    ["192.0.2.1, 10.0.0.1", "unknown", "unknown"],
  ])("of %j: %s counts, %s is shown", (address, counted, shown) => {
    expect(countedNetwork(address)).toBe(counted);
    expect(shownNetwork(address)).toBe(shown);
  });
});
