import { beforeEach, describe, expect, it } from "vitest";
import { AddressLimits, addressLimits, limitedKind } from "./address-limits";

let moment: Date;
const pass = (seconds: number): void => {
  moment = new Date(moment.getTime() + seconds * 1000);
};
const clock = (): Date => moment;

beforeEach(() => {
  moment = new Date("2026-11-28T12:00:00Z");
});

describe("what is limited", () => {
  it.each([
    ["GET", "/search?q=sleep", "search"],
    ["HEAD", "/search?q=sleep", "search"],
    ["GET", "/Search/?q=sleep", "search"],
    ["GET", "//%73earch?q=sleep", "search"],
    ["GET", "/search/suggestions?q=sl", "suggestions"],
    ["POST", "/news/a-story", "form"],
    ["PUT", "/", "form"],
    ["GET", "/admin/sign-in", "sign-in"],
    ["POST", "/admin/sign-in?next=%2Fadmin", "sign-in"],
    ["POST", "/admin/second-factor", "sign-in"],
    ["POST", "/admin/forgot-password", "sign-in"],
    ["GET", "/admin/reset-password/abc", "sign-in"],
    ["POST", "/api/auth/callback/credentials", "sign-in"],
    ["GET", "/", null],
    ["GET", "/news/a-story?q=search", null],
    ["GET", "/searching", null],
    ["POST", "/admin/articles/1", null],
    ["PUT", "/admin/api/articles/1/working-copy", null],
    ["GET", "/%zz", null],
  ])("%s %s: %s", (method, url, kind) => {
    expect(limitedKind(method, url)).toBe(kind);
  });
});

describe("AddressLimits", () => {
  it("lets a burst through, then as much as the limit says, and says how long to wait", () => {
    const limits = new AddressLimits(clock);
    const { burst, refillSeconds } = addressLimits.form;
    const burstAnswers = Array.from({ length: burst }, () => limits.take("form", "192.0.2.1"));
    expect(new Set(burstAnswers)).toEqual(new Set([0]));
    expect(limits.take("form", "192.0.2.1")).toBe(refillSeconds);
    // Being refused costs nothing.
    pass(refillSeconds);
    expect(limits.take("form", "192.0.2.1")).toBe(0);
    expect(limits.take("form", "192.0.2.1")).toBe(refillSeconds);
  });

  it("never stops somebody who types for minutes", () => {
    const limits = new AddressLimits(clock);
    for (let asked = 0; asked < 2_000; asked += 1) {
      expect(limits.take("suggestions", "192.0.2.1")).toBe(0);
      pass(0.15);
    }
  });

  it("counts kinds and networks apart, and an IPv6 customer's whole network as one", () => {
    const limits = new AddressLimits(clock);
    const exhaust = (address: string): void => {
      for (let count = 0; count < addressLimits.search.burst; count += 1) limits.take("search", address);
    };
    exhaust("2001:db8:1:2::1");
    expect(limits.take("search", "2001:db8:1:2:ffff::9")).toBeGreaterThan(0);
    expect(limits.take("search", "2001:db8:1:3::1")).toBe(0);
    expect(limits.take("suggestions", "2001:db8:1:2::1")).toBe(0);
    exhaust("192.0.2.1");
    expect(limits.take("search", "::ffff:192.0.2.1")).toBeGreaterThan(0);
  });

  it("remembers so many only, those who asked last", () => {
    const limits = new AddressLimits(clock, 2);
    for (let count = 0; count <= addressLimits.form.burst; count += 1) {
      limits.take("form", "192.0.2.1");
      limits.take("form", `198.51.100.${String(count)}`);
    }
    expect(limits.take("form", "192.0.2.1")).toBeGreaterThan(0);
    limits.take("form", "203.0.113.1");
    limits.take("form", "203.0.113.2");
    expect(limits.take("form", "192.0.2.1")).toBe(0);
  });
});
