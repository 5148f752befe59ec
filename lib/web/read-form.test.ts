import { describe, expect, it } from "vitest";
import { typedValues } from "./action-state";
import { readForm } from "./read-form";

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("readForm", () => {
  it("reads each kind of field", () => {
    const read = readForm(
      form([
        ["name", " Sleep "],
        ["note", "  "],
        ["id", "7"],
        ["tags", "1"],
        ["tags", "2"],
        ["on", "on"],
        ["until", "2026-11-24T10:00:00Z"],
      ]),
      {
        name: "text",
        note: "text?",
        id: "number",
        missing: "number?",
        tags: "numbers",
        on: "flag",
        off: "flag",
        until: "date?",
      },
    );
    expect(read).toEqual({
      name: " Sleep ",
      note: null,
      id: 7,
      missing: null,
      tags: [1, 2],
      on: true,
      off: false,
      until: new Date("2026-11-24T10:00:00Z"),
    });
  });

  it("gives what is no number or date to the schema to refuse", () => {
    const read = readForm(
      form([
        ["id", "x"],
        ["empty", ""],
        ["until", "soon"],
      ]),
      { id: "number", empty: "number", until: "date?" },
    );
    expect(read.id).toBeNaN();
    expect(read.empty).toBeNaN();
    expect(read.until?.getTime()).toBeNaN();
  });
});

describe("typedValues", () => {
  it("keeps what was typed but secrets and the framework's fields", () => {
    expect(
      typedValues(
        form([
          ["email", "a@b.c"],
          ["newPassword", "x"],
          ["code", "1"],
          ["$ACTION_ID", "1"],
          ["tag", "1"],
          ["tag", "2"],
        ]),
      ),
    ).toEqual({
      email: ["a@b.c"],
      tag: ["1", "2"],
    });
  });
});
