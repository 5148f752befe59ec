import { describe, expect, it } from "vitest";
import { matchTotpStep, newTotpSecret, totpAddress } from "./totp";

/** "12345678901234567890" in base32: the secret of RFC 6238, appendix B. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number): Date => new Date(seconds * 1000);

describe("codes", () => {
  it.each([
    // RFC 6238, appendix B (SHA-1), the last six of its eight digits.
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_234_567_890, "005924", 41_152_263],
    [20_000_000_000, "353130", 666_666_666],
  ])("at %i are those of the standard", (seconds, code, step) => {
    expect(matchTotpStep(secret, code, at(seconds))).toBe(step);
  });

  it("hold one step early and late, no longer", () => {
    expect(matchTotpStep(secret, "287082", at(0))).toBe(1);
    expect(matchTotpStep(secret, "287082", at(89))).toBe(1);
    expect(matchTotpStep(secret, "287082", at(90))).toBeNull();
    expect(matchTotpStep(secret, "287 082", at(59))).toBe(1);
  });

  it.each(["", "28708", "2870820", "28708a", "٢٨٧٠٨٢", "-28708"])("are not %j", (code) => {
    expect(matchTotpStep(secret, code, at(59))).toBeNull();
  });
});

it("secrets have 160 bits, and an address that apps read", () => {
  const made = newTotpSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(made);
  const address = new URL(totpAddress(secret, "Mind & Co", "ada@example.org"));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toContain("Mind & Co:ada@example.org");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: "Mind & Co",
    secret,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
