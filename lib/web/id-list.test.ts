import { describe, expect, it } from "vitest";
import { readIdList } from "./id-list";

describe("readIdList", () => {
  it.each([
    [null, null],
    ["", []],
    ["3,14", [3, 14]],
    ["0,-1,1.5,x,1e3, 7,99999999999", []],
  ])("reads %j as %j", (text, ids) => {
    expect(readIdList(text)).toEqual(ids);
  });
});
