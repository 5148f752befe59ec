import { expect, it } from "vitest";
import { groupHelplines } from "./groups";
import { helpline } from "./testing/helpline";

it("keeps the first two countries and international services open, in the given order", () => {
  const lines = [
    helpline("us-1", "US"),
    helpline("gb-1", "GB"),
    helpline("us-2", "US"),
    helpline("world", "INTL"),
    helpline("ie-1", "IE"),
    helpline("au-1", "AU"),
  ];
  const { open, folded } = groupHelplines(lines);
  expect(open.map(({ lines: own }) => own.map(({ id }) => id))).toEqual([["us-1", "us-2"], ["gb-1"], ["world"]]);
  expect(folded.map(({ region }) => region)).toEqual(["IE", "AU"]);
});

it("leaves out the directory that the box links to anyway, but no line that can be reached otherwise", () => {
  const directory = { ...helpline("dir", "INTL"), phone: [], url: "https://findahelpline.com" };
  const alike = { ...helpline("alike", "INTL"), phone: [], url: "https://findahelpline.com.example" };
  expect(groupHelplines([directory]).open).toEqual([]);
  expect(groupHelplines([alike]).open).toHaveLength(1);
  expect(groupHelplines([{ ...directory, phone: ["1"] }]).open).toHaveLength(1);
});
