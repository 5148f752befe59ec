import { describe, expect, it } from "vitest";
import { calendarYear, isSameDay, isoDay, isoMoment, longDate, monthAndYear, shortDate } from "./dates";

const newYear = new Date("2027-01-01T02:30:00Z");

describe("dates", () => {
  it("are written out in the site's time zone", () => {
    expect(longDate(newYear, "UTC")).toBe("January 1, 2027");
    expect(longDate(newYear, "America/New_York")).toBe("December 31, 2026");
    expect(shortDate(newYear, "America/New_York")).toBe("Dec 31, 2026");
    expect(monthAndYear(newYear, "America/New_York")).toBe("December 2026");
    expect(calendarYear(newYear, "America/New_York")).toBe("2026");
    expect(calendarYear(newYear, "Asia/Tokyo")).toBe("2027");
  });

  it("are the same day by the site's calendar, not by UTC", () => {
    const before = new Date("2026-12-31T23:59:00Z");
    expect(isSameDay(before, newYear, "UTC")).toBe(false);
    expect(isSameDay(before, newYear, "America/New_York")).toBe(true);
  });
});

// developers.google.com/search/docs/appearance/publication-dates: ISO 8601, with the offset of the place.
describe("isoMoment", () => {
  it.each([
    ["2026-01-15T12:00:00Z", "Europe/Berlin", "2026-01-15T13:00:00+01:00"],
    ["2026-07-15T12:00:00Z", "Europe/Berlin", "2026-07-15T14:00:00+02:00"],
    // The hour that autumn has twice.
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00+02:00"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00+01:00"],
    ["2026-11-16T08:00:00.123Z", "UTC", "2026-11-16T08:00:00+00:00"],
    ["2026-11-16T23:00:00Z", "Asia/Kathmandu", "2026-11-17T04:45:00+05:45"],
    ["2026-11-16T02:00:00Z", "America/New_York", "2026-11-15T21:00:00-05:00"],
  ])("%s in %s is %s", (moment, zone, expected) => {
    expect(isoMoment(new Date(moment), zone)).toBe(expected);
    expect(new Date(expected).getTime()).toBe(Math.floor(new Date(moment).getTime() / 1000) * 1000);
  });
});

it("isoDay is the day of the site's calendar", () => {
  expect(isoDay(new Date("2026-11-16T23:00:00Z"), "Asia/Kathmandu")).toBe("2026-11-17");
  expect(isoDay(new Date("2026-11-16T02:00:00Z"), "America/New_York")).toBe("2026-11-15");
});
