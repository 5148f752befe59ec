import { expect, it } from "vitest";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-codes";

it("recovery codes are ten, all different, easy to copy", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/);
});

it("recovery codes are known however they are typed", () => {
  const hash = recoveryCodeHash("abcd-efgh-jkmn-pqrs");
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(recoveryCodeHash(" ABCD efgh JKMNpqrs ")).toBe(hash);
  expect(recoveryCodeHash("abcd-efgh-jkmn-pqrt")).not.toBe(hash);
  for (const none of ["", "123456", "abcd-efgh-jkmn-pqr", "abcd-efgh-jkmn-pqr0"]) {
    expect(recoveryCodeHash(none)).toBeNull();
  }
});
