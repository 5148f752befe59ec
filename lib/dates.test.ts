import { describe, expect, it } from "vitest";
import { calendarYear, isSameDay, longDate, monthAndYear, shortDate } from "./dates";

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
