import { describe, expect, it } from "vitest";
import { accountChangeRefusal, type AccountChange, type AccountFacts } from "./policy";

const refusal = (account: AccountFacts, change: AccountChange, administrators = 2, isSelf = false): string | null =>
  accountChangeRefusal(account, change, { administrators, isSelf });
const administrator: AccountFacts = { role: "administrator", disabled: false };
const editor: AccountFacts = { role: "editor", disabled: false };

describe("a change of an account", () => {
  it("never takes the last administrator away", () => {
    for (const change of [{ kind: "disable" }, { kind: "role", role: "editor" }] as const) {
      expect(refusal(administrator, change, 1)).toMatch(/last administrator/);
      expect(refusal(administrator, change, 2)).toBeNull();
      expect(refusal({ ...editor, role: "author" }, change, 1)).toBeNull();
    }
    // A disabled administrator administers nothing.
    expect(refusal({ role: "administrator", disabled: true }, { kind: "role", role: "editor" }, 1)).toBeNull();
  });

  it("is refused where it changes nothing", () => {
    expect(refusal(editor, { kind: "role", role: "editor" })).toMatch(/already/);
    expect(refusal(editor, { kind: "enable" })).toMatch(/not disabled/);
    expect(refusal({ ...editor, disabled: true }, { kind: "disable" })).toMatch(/already/);
    expect(refusal({ ...editor, disabled: true }, { kind: "enable" })).toBeNull();
  });

  it("lets nobody lock themselves out", () => {
    expect(refusal(administrator, { kind: "disable" }, 2, true)).toMatch(/own account/);
    expect(refusal(administrator, { kind: "role", role: "editor" }, 2, true)).toBeNull();
  });
});
