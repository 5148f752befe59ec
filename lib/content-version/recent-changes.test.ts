import { beforeEach, expect, it } from "vitest";
import { forgetChanges, namedBetween, rememberChange } from "./recent-changes";

beforeEach(forgetChanges);

it("adds up what changes in a row named", () => {
  rememberChange({ version: 11, paths: ["/", "/news"] });
  rememberChange({ version: 12, paths: ["/", "/tag/calm"] });
  expect(namedBetween(10, 12)).toEqual(["/", "/news", "/tag/calm"]);
  expect(namedBetween(11, 12)).toEqual(["/", "/tag/calm"]);
  expect(namedBetween(12, 12)).toEqual([]);
});

it("does not know what lies before, in a gap, or ahead", () => {
  rememberChange({ version: 11, paths: ["/"] });
  rememberChange({ version: 13, paths: ["/"] });
  expect([namedBetween(9, 11), namedBetween(11, 13), namedBetween(12, 14)]).toEqual([null, null, null]);
  expect(namedBetween(12, 13)).toEqual(["/"]);
});

it("knows nothing of a version before the one that is known: a backup was brought back", () => {
  rememberChange({ version: 12, paths: ["/"] });
  expect(namedBetween(12, 11)).toBeNull();
});

it("knows nothing when one of them may have changed anything", () => {
  rememberChange({ version: 11, paths: ["/"] });
  rememberChange({ version: 12, paths: [] });
  expect(namedBetween(10, 12)).toBeNull();
  expect(namedBetween(10, 11)).toEqual(["/"]);
});

it("forgets what it heard of longest ago", () => {
  for (let version = 1; version <= 100; version += 1) rememberChange({ version, paths: [`/${String(version)}`] });
  expect(namedBetween(99, 100)).toEqual(["/100"]);
  expect(namedBetween(50, 100)).toHaveLength(50);
  expect(namedBetween(49, 100)).toBeNull();
});
