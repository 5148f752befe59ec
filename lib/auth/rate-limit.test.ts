import { describe, expect, it } from "vitest";
import { limits, refilled, secondsUntilFull, secondsUntilToken, waitInWords } from "./rate-limit";

const limit = { burst: 3, refillSeconds: 60 };
const start = new Date("2026-11-24T12:00:00Z");
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

describe("a bucket", () => {
  it("fills with time, up to its burst", () => {
    const bucket = { tokens: 0, refilledAt: start };
    expect(refilled(bucket, limit, start).tokens).toBe(0);
    expect(refilled(bucket, limit, after(30)).tokens).toBeCloseTo(0.5);
    expect(refilled(bucket, limit, after(120)).tokens).toBeCloseTo(2);
    expect(refilled(bucket, limit, after(100_000)).tokens).toBe(3);
    expect(secondsUntilFull(limit)).toBe(180);
  });

  it("is not touched by a clock that goes back", () => {
    expect(refilled({ tokens: 1, refilledAt: start }, limit, after(-600)).tokens).toBe(1);
  });

  it("says when the next attempt is possible", () => {
    expect(secondsUntilToken({ tokens: 1, refilledAt: start }, limit)).toBe(0);
    expect(secondsUntilToken({ tokens: 0.5, refilledAt: start }, limit)).toBe(30);
    expect(secondsUntilToken({ tokens: 0, refilledAt: start }, limit)).toBe(60);
  });
});

it("no limit allows more guesses a day than its comment says", () => {
  const aDay = (kind: keyof typeof limits): number => limits[kind].burst + 86_400 / limits[kind].refillSeconds;
  expect(aDay("sign-in-account")).toBe(490);
  expect((aDay("second-factor") * 3) / 1e6).toBeLessThan(1 / 3300);
});

it.each([
  [1, "in one second"],
  [40, "in 40 seconds"],
  [60, "in one minute"],
  [61, "in 2 minutes"],
  [900, "in 15 minutes"],
])("%i seconds are %s", (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});
