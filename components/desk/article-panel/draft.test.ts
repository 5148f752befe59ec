import { describe, expect, it } from "vitest";
import { shownText, type Draft } from "./draft";

const valid = <Value>(text: string, value: Value): Draft<Value> => ({ text, reading: { ok: true, value } });
const show = (value: string | null): string => value ?? "";

describe("shownText", () => {
  it("shows the value when nothing was typed", () => {
    expect(shownText(null, "a value", show)).toBe("a value");
  });

  it("keeps what was typed while it says the value: a space at the end is not taken away", () => {
    expect(shownText(valid("two ", "two"), "two", show)).toBe("two ");
    expect(shownText(valid("   ", null), null, show)).toBe("   ");
  });

  it("keeps what is no value yet, whatever happens to the value", () => {
    const draft: Draft<string> = { text: "Not-A-Slug", reading: { ok: false, problem: "…" } };
    expect(shownText(draft, "a-slug", show)).toBe("Not-A-Slug");
    expect(shownText(draft, "changed-elsewhere", show)).toBe("Not-A-Slug");
  });

  it("gives way to a value that was changed elsewhere", () => {
    expect(shownText(valid("mine", "mine"), "theirs", show)).toBe("theirs");
  });

  it("knows the same moment in another object", () => {
    const day = (moment: Date): string => moment.toISOString();
    expect(shownText(valid("as typed", new Date(0)), new Date(0), day)).toBe("as typed");
    expect(shownText(valid("as typed", new Date(0)), new Date(1), day)).toBe("1970-01-01T00:00:00.001Z");
  });
});
