import { expect, it } from "vitest";
import { advertisementState } from "./policy";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute));

it.each([
  [true, null, null, "running"],
  [true, at(0), at(1), "running"],
  [true, at(1), null, "planned"],
  [true, null, at(0), "over"],
  [false, null, null, "off"],
  [false, at(1), null, "off"],
] as const)("enabled %s from %s until %s is %s", (enabled, startsAt, endsAt, state) => {
  expect(advertisementState({ enabled, startsAt, endsAt }, at(0))).toBe(state);
});
