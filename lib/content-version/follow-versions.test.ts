import { beforeEach, describe, expect, it } from "vitest";
import { VersionFollower } from "./follow-versions";

let told: (readonly string[])[];
let follower: VersionFollower;

beforeEach(() => {
  told = [];
  follower = new VersionFollower(10, (paths) => told.push(paths));
});

describe("VersionFollower", () => {
  it("tells of every notification in turn", () => {
    follower.notified({ version: 11, paths: ["/a"] });
    follower.notified({ version: 12, paths: ["/b"] });
    expect(told).toEqual([["/a"], ["/b"]]);
  });

  it("tells of an own change at once, and not again when its notification comes", () => {
    follower.own({ version: 11, paths: ["/a"] });
    follower.notified({ version: 11, paths: ["/a"] });
    follower.notified({ version: 12, paths: ["/b"] });
    expect(told).toEqual([["/a"], ["/b"]]);
  });

  it("hears of an own change once also when its notification is faster", () => {
    follower.notified({ version: 11, paths: ["/a"] });
    follower.own({ version: 11, paths: ["/a"] });
    expect(told).toEqual([["/a"]]);
  });

  it("orders own changes among those of others", () => {
    follower.own({ version: 12, paths: ["/own"] });
    follower.notified({ version: 11, paths: ["/other"] });
    follower.notified({ version: 12, paths: ["/own"] });
    expect(told).toEqual([["/own"], ["/other"]]);
    expect(follower.known).toBe(12);
  });

  it("takes a gap for a lost notification: anything may have changed", () => {
    follower.notified({ version: 13, paths: ["/c"] });
    expect(told).toEqual([[]]);
    follower.notified({ version: 12, paths: ["/late"] });
    expect(told).toEqual([[]]);
  });

  it("does not take own changes for a gap", () => {
    follower.own({ version: 11, paths: ["/a"] });
    follower.notified({ version: 12, paths: ["/b"] });
    expect(told).toEqual([["/a"], ["/b"]]);
  });

  it("notices by the version alone that notifications were lost", () => {
    follower.caughtUp(10);
    expect(told).toEqual([]);
    follower.caughtUp(12);
    expect(told).toEqual([[]]);
    follower.notified({ version: 13, paths: ["/d"] });
    expect(told).toEqual([[], ["/d"]]);
  });

  it("loses nothing when all that was missed was made here", () => {
    follower.own({ version: 11, paths: ["/a"] });
    follower.own({ version: 12, paths: ["/b"] });
    follower.caughtUp(12);
    expect(told).toEqual([["/a"], ["/b"]]);
    follower.notified({ version: 12, paths: ["/b"] });
    expect(told).toHaveLength(2);
  });
});
