import { describe, expect, it } from "vitest";
import { fromSiteTime, toSiteTime } from "./site-time";

describe("site time", () => {
  it("reads wall-clock time in the site's zone, in summer and in winter", () => {
    expect(fromSiteTime("2026-01-15T09:30", "Europe/Berlin")?.toISOString()).toBe("2026-01-15T08:30:00.000Z");
    expect(fromSiteTime("2026-07-15T09:30", "Europe/Berlin")?.toISOString()).toBe("2026-07-15T07:30:00.000Z");
    expect(fromSiteTime("2026-07-15T23:59", "America/Los_Angeles")?.toISOString()).toBe("2026-07-16T06:59:00.000Z");
  });

  it("gives back what it read", () => {
    for (const zone of ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"]) {
      const moment = fromSiteTime("2026-11-24T00:05", zone);
      expect(moment && toSiteTime(moment, zone)).toBe("2026-11-24T00:05");
    }
  });

  it("moves an hour that does not exist to the next one, and takes the first of an hour that comes twice", () => {
    expect(fromSiteTime("2026-03-29T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(fromSiteTime("2026-10-25T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("refuses what is no time", () => {
    for (const text of ["", "soon", "2026-02-31T10:00", "2026-13-01T10:00", "2026-11-24"]) {
      expect(fromSiteTime(text, "UTC")).toBeNull();
    }
  });
});
