import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { openText, sealText } from "./sealed-text";

beforeEach(() => {
  setEnvironment({ AUTH_SECRET: "a".repeat(32) });
});
afterAll(() => {
  setEnvironment({ AUTH_SECRET: "" });
});

describe("sealed texts", () => {
  it("open to what they were, and look different each time", () => {
    const sealed = sealText("test", "JBSWY3DPEHPK3PXP");
    expect(openText("test", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
    expect(sealText("test", "JBSWY3DPEHPK3PXP")).not.toBe(sealed);
  });

  it("open to nobody else", () => {
    const sealed = sealText("test", "JBSWY3DPEHPK3PXP");
    expect(openText("other", sealed)).toBeNull();
    const flipped = Buffer.from(sealed, "base64url");
    flipped[30] = (flipped[30] ?? 0) ^ 1;
    expect(openText("test", flipped.toString("base64url"))).toBeNull();
    expect(openText("test", sealed.slice(0, 20))).toBeNull();
    expect(openText("test", "")).toBeNull();
    setEnvironment({ AUTH_SECRET: "b".repeat(32) });
    expect(openText("test", sealed)).toBeNull();
  });
});
