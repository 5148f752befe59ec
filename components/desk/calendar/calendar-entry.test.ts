import { describe, expect, it } from "vitest";
import { entryId, withMoved, type PlacedEntry } from "./calendar-entry";

function entry(articleId: number, at: string, kind: PlacedEntry["kind"] = "scheduled"): PlacedEntry {
  const moment = new Date(at);
  return {
    kind,
    at: moment,
    day: at.slice(0, 10),
    articleId,
    version: 1,
    headline: "",
    path: "/news/x",
    movable: true,
  };
}

describe("withMoved", () => {
  const start = entry(1, "2026-11-20T09:00:00Z");
  const end = entry(1, "2026-11-28T09:00:00Z", "end");
  const other = entry(2, "2026-11-24T09:00:00Z");

  it("moves one entry and keeps the order of time", () => {
    const at = new Date("2026-11-25T09:00:00Z");
    const moved = withMoved([start, other, end], start, { at, day: "2026-11-25" });
    expect(moved.map(({ articleId, kind, day }) => [articleId, kind, day])).toEqual([
      [2, "scheduled", "2026-11-24"],
      [1, "scheduled", "2026-11-25"],
      [1, "end", "2026-11-28"],
    ]);
    expect(start.day).toBe("2026-11-20");
  });

  it("tells the start of an article from its end", () => {
    expect(entryId(start)).not.toBe(entryId({ ...end, at: start.at }));
  });
});
