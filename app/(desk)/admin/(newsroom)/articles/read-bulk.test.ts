import { describe, expect, it } from "vitest";
import { readBulk } from "./read-bulk";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("readBulk", () => {
  it("reads a verb and its articles", () => {
    expect(readBulk(form(["verb", "approve"], ["articleIds", "3"], ["articleIds", "5"]))).toEqual({
      verb: "approve",
      articleIds: [3, 5],
    });
  });

  it("reads why something is withdrawn", () => {
    const told = form(["verb", "withdraw"], ["articleIds", "3"], ["reason", "Outdated."]);
    expect(readBulk(told)).toMatchObject({ reason: "Outdated.", gone: false });
    told.set("gone", "on");
    expect(readBulk(told)).toMatchObject({ gone: true });
  });

  it("tells nobody from as it is", () => {
    const given = form(["verb", "assign"], ["articleIds", "3"], ["editorId", "nobody"], ["reviewerId", ""]);
    expect(readBulk(given)).toEqual({ verb: "assign", articleIds: [3], editorId: null });
    given.set("reviewerId", "12");
    expect(readBulk(given)).toMatchObject({ editorId: null, reviewerId: 12 });
  });

  it("hands what is no number on, for the schema to refuse", () => {
    expect(readBulk(form(["verb", "dance"], ["articleIds", "x"])).articleIds).toEqual([Number.NaN]);
  });
});
