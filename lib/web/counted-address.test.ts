import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { countedAddress } from "./counted-address";

const from = (remoteAddress: string, forwarded?: string): string | null =>
  countedAddress({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  });

beforeAll(() => {
  setEnvironment({ LOG_LEVEL: "silent" });
});
afterAll(() => {
  setEnvironment({ TRUSTED_PROXIES: "" });
});

describe("countedAddress", () => {
  it("is the client's, whatever it writes itself", () => {
    setEnvironment({ TRUSTED_PROXIES: "0" });
    expect(from("203.0.113.9")).toBe("203.0.113.9");
    expect(from("203.0.113.9", "127.0.0.1")).toBe("203.0.113.9");
    expect(from("10.0.0.7")).toBe("10.0.0.7");
    setEnvironment({ TRUSTED_PROXIES: "1" });
    expect(from("10.0.0.7", "127.0.0.1, 203.0.113.9")).toBe("203.0.113.9");
    expect(from("127.0.0.1", "10.1.1.1")).toBe("10.1.1.1");
  });

  it("is nobody's for this machine, and for a proxy that was not declared", () => {
    setEnvironment({ TRUSTED_PROXIES: "0" });
    expect(from("127.0.0.1")).toBeNull();
    expect(from("::1")).toBeNull();
    expect(from("::ffff:127.0.0.1", "203.0.113.9")).toBeNull();
    expect(from("172.18.0.2", "203.0.113.9")).toBeNull();
    expect(from("fd00::2", "203.0.113.9")).toBeNull();
  });
});
