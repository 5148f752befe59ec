import { describe, expect, it } from "vitest";
import { boardColumns } from "./board-columns";

function ids(writes: boolean, reviews: boolean, publishes: boolean): string[] {
  return boardColumns(7, { writes, reviews, publishes }).map(({ id }) => id);
}

describe("boardColumns", () => {
  it("shows each role what it can act on", () => {
    expect(ids(true, true, true)).toEqual([
      "changesRequested",
      "toReview",
      "toApprove",
      "toPublish",
      "scheduledSoon",
      "myDrafts",
    ]);
    expect(ids(true, false, false)).toEqual(["changesRequested", "scheduledSoon", "myDrafts"]);
    expect(ids(false, true, false)).toEqual(["toReview", "toApprove", "scheduledSoon"]);
  });

  it("leads to the lists that hold the rest", () => {
    const columns = boardColumns(7, { writes: true, reviews: true, publishes: false });
    expect(columns.find(({ id }) => id === "toReview")?.href).toBe("/admin/articles?state=in_review&assigned=7");
    expect(columns.find(({ id }) => id === "myDrafts")?.href).toBe("/admin/articles?state=draft&mine=1");
  });
});
