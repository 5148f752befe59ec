import { describe, expect, it } from "vitest";
import { addDays, dayAndTime, dayInWords, dayOf, moveToDay, startOfDay } from "./site-days";
import { fromSiteTime, toSiteTime } from "./site-time";

const berlin = "Europe/Berlin";
const newYork = "America/New_York";

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

describe("dayOf", () => {
  it("is the day on the site's calendar, not in UTC", () => {
    const late = new Date("2026-11-24T23:30:00Z");
    expect(dayOf(late, "UTC")).toBe("2026-11-24");
    expect(dayOf(late, berlin)).toBe("2026-11-25");
    expect(dayOf(late, "Pacific/Kiritimati")).toBe("2026-11-25");
    expect(dayOf(new Date("2026-11-24T03:00:00Z"), newYork)).toBe("2026-11-23");
  });
});

describe("startOfDay", () => {
  it("is midnight on the site's wall", () => {
    expect(iso(startOfDay("2026-11-24", berlin))).toBe("2026-11-23T23:00:00.000Z");
    expect(iso(startOfDay("2026-07-01", newYork))).toBe("2026-07-01T04:00:00.000Z");
  });

  it("is the first moment of a day that has no midnight", () => {
    // Clocks in Cairo go from 00:00 to 01:00 on 2026-04-24.
    expect(iso(startOfDay("2026-04-24", "Africa/Cairo"))).toBe("2026-04-23T22:00:00.000Z");
  });

  it.each(["", "soon", "2026-11-31", "2026-13-01", "2026-11-24T09:00"])("refuses %j", (text) => {
    expect(startOfDay(text, berlin)).toBeNull();
  });
});

describe("addDays", () => {
  it("crosses months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  });
});

describe("moveToDay", () => {
  it("keeps the time on the wall across the change to summer time, to the millisecond", () => {
    const before = new Date("2026-03-27T08:30:12.500Z");
    expect(iso(moveToDay(before, "2026-03-30", berlin))).toBe("2026-03-30T07:30:12.500Z");
  });

  it("keeps it across the change back, and the other way round", () => {
    const before = new Date("2026-10-23T07:30:00Z");
    const after = moveToDay(before, "2026-10-26", berlin)!;
    expect(iso(after)).toBe("2026-10-26T08:30:00.000Z");
    expect(iso(moveToDay(after, "2026-10-23", berlin))).toBe(before.toISOString());
  });

  it("keeps a late hour on its day, whatever the day is in UTC", () => {
    const evening = fromSiteTime("2026-11-24T23:15", newYork)!;
    expect(toSiteTime(moveToDay(evening, "2026-12-01", newYork)!, newYork)).toBe("2026-12-01T23:15");
  });

  it("moves a time that the target day skips behind the jump", () => {
    const night = fromSiteTime("2026-03-28T02:30", berlin)!;
    expect(toSiteTime(moveToDay(night, "2026-03-29", berlin)!, berlin)).toBe("2026-03-29T03:30");
  });

  it("takes the first of two equal times on the target day", () => {
    const night = fromSiteTime("2026-10-24T02:30", berlin)!;
    expect(iso(moveToDay(night, "2026-10-25", berlin))).toBe("2026-10-25T00:30:00.000Z");
  });

  it("refuses what is no day", () => {
    expect(moveToDay(new Date("2026-10-24T02:30:00Z"), "2026-02-30", berlin)).toBeNull();
  });
});

describe("words", () => {
  it("are of the site's zone, with 24 hours", () => {
    expect(dayAndTime(new Date("2026-11-24T23:05:00Z"), berlin)).toBe("Nov 25, 2026, 00:05");
    expect(dayInWords("2026-11-24", "full")).toBe("Tuesday, November 24, 2026");
  });
});
