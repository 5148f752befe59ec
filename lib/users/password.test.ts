import { describe, expect, it } from "vitest";
import { hashPassword, unmatchableHash, verifyPassword } from "./password";

describe("passwords", () => {
  it("match themselves only, with a new salt each time", async () => {
    const [first, second] = await Promise.all([
      hashPassword("correct horse battery"),
      hashPassword("correct horse battery"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword("correct horse battery", first)).toBe(true);
    expect(await verifyPassword("correct horse batterY", first)).toBe(false);
    expect(await verifyPassword("", first)).toBe(false);
  });

  it("never match the hash of no account, which costs the same", async () => {
    const parametersOf = (hash: string): string => hash.split("$").slice(0, 4).join("$");
    expect(parametersOf(unmatchableHash)).toBe(parametersOf(await hashPassword("correct horse battery")));
    expect(await verifyPassword("", unmatchableHash)).toBe(false);
    expect(await verifyPassword("correct horse battery", unmatchableHash)).toBe(false);
  });

  it("do not depend on how a keyboard composes letters", async () => {
    expect(await verifyPassword("e\u0301tude d'un soir", await hashPassword("\u00e9tude d'un soir"))).toBe(true);
  });

  it.each(["", "plain", "$argon2i$v=19$m=1,t=1,p=1$aaaa$bbbb", "$2b$10$abcdefghijklmnopqrstuv"])(
    "take %j for no hash at all",
    async (stored) => {
      expect(await verifyPassword("anything", stored)).toBe(false);
    },
  );

  it("agree with the test vector of the reference implementation", async () => {
    // phc-winner-argon2: password "password", salt "somesalt", m = 65536 KiB, t = 2, p = 1
    const stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await verifyPassword("password", stored)).toBe(true);
  });
});
