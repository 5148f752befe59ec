import { expect, it } from "vitest";
import { qrCode } from "./qr-code";

it("is a square of modules with the three finder patterns", () => {
  const { size, path } = qrCode("otpauth://totp/Site:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Site");
  expect(size).toBeGreaterThanOrEqual(21);
  expect((size - 17) % 4).toBe(0);
  const dark = (x: number, y: number): boolean => path.includes(`M${String(x)} ${String(y)}h1v1h-1z`);
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    expect([0, 1, 2, 3, 4, 5, 6].map((x) => dark(left + x, top))).toEqual(Array(7).fill(true));
    expect([1, 2, 3, 4, 5].map((x) => dark(left + x, top + 1))).toEqual(Array(5).fill(false));
  }
});
