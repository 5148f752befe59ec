import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

const from = (forwarded: string | undefined, proxies: number): string =>
  clientAddress(
    {
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
      socket: { remoteAddress: "192.0.2.1" },
    },
    proxies,
  );

describe("clientAddress", () => {
  it("believes nobody without proxies of ours", () => {
    expect(from("203.0.113.9", 0)).toBe("192.0.2.1");
    expect(from(undefined, 0)).toBe("192.0.2.1");
  });

  it("counts our proxies from the right; what a client wrote itself stands left of them", () => {
    expect(from("203.0.113.9", 1)).toBe("203.0.113.9");
    expect(from("6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(from("6.6.6.6, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
  });

  it("takes the furthest it has when there are fewer than promised", () => {
    expect(from("203.0.113.9", 3)).toBe("203.0.113.9");
    expect(from(undefined, 1)).toBe("192.0.2.1");
    expect(from(" , ", 1)).toBe("192.0.2.1");
  });

  it("survives what is no address", () => {
    expect(from("x".repeat(5000), 1)).toHaveLength(100);
    expect(clientAddress({ headers: {}, socket: {} }, 0)).toBe("");
  });
});
