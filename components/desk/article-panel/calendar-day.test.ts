import { describe, expect, it } from "vitest";
import { dayOf, noonOf, readPastDay } from "./calendar-day";

describe("days of the site's calendar", () => {
  it("names the day that it is there", () => {
    const moment = new Date("2026-11-24T02:00:00Z");
    expect(dayOf(moment, "UTC")).toBe("2026-11-24");
    expect(dayOf(moment, "America/New_York")).toBe("2026-11-23");
    expect(dayOf(moment, "Pacific/Kiritimati")).toBe("2026-11-24");
    expect(dayOf(null, "UTC")).toBe("");
  });

  it.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Europe/Berlin"])(
    "gives every day back in %s, also when the clocks change",
    (timeZone) => {
      for (const day of [
        "2026-01-01",
        "2026-02-28",
        "2024-02-29",
        "2026-03-08",
        "2026-03-29",
        "2026-10-25",
        "2026-11-01",
      ]) {
        expect(dayOf(noonOf(day, timeZone), timeZone)).toBe(day);
      }
    },
  );

  it("is noon there", () => {
    expect(noonOf("2026-07-01", "America/New_York")?.toISOString()).toBe("2026-07-01T16:00:00.000Z");
    expect(noonOf("2026-12-01", "America/New_York")?.toISOString()).toBe("2026-12-01T17:00:00.000Z");
  });

  it.each(["", "2026-04-31", "2025-02-29", "2026-13-01", "26-01-01", "1.2.2026", "2026-00-10"])(
    "knows no day %j",
    (day) => {
      expect(noonOf(day, "UTC")).toBeNull();
    },
  );

  it("reads days up to today, in the site's zone", () => {
    const moment = new Date("2026-11-24T02:00:00Z");
    expect(readPastDay("2026-11-24", "UTC", moment)).toEqual({ ok: true, value: new Date("2026-11-24T12:00:00Z") });
    expect(readPastDay("2026-11-24", "America/New_York", moment)).toMatchObject({ ok: false });
    expect(readPastDay("2026-11-25", "UTC", moment)).toMatchObject({ ok: false, problem: "this day is still to come" });
    expect(readPastDay(" ", "UTC", moment)).toEqual({ ok: true, value: null });
    expect(readPastDay("0202-11-24", "UTC", moment)).toMatchObject({ ok: false });
    expect(readPastDay("soon", "UTC", moment)).toMatchObject({ ok: false });
  });
});
