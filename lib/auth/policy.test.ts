import { describe, expect, it } from "vitest";
import { secondFactorDemand, secondFactorOffRefusal, sessionHolds } from "./policy";
import { roles } from "./roles";

const required = { requireSecondFactorForAdministrators: true };
const free = { requireSecondFactorForAdministrators: false };

describe("the second factor", () => {
  it("is asked of everybody who has one", () => {
    for (const role of roles) {
      for (const rules of [required, free]) expect(secondFactorDemand({ role, enrolled: true }, rules)).toBe("code");
    }
  });

  it("must be set up by administrators when the setting says so, and by nobody else", () => {
    const demands = roles.map((role) => [role, secondFactorDemand({ role, enrolled: false }, required)]);
    expect(demands.filter(([, demand]) => demand !== "none")).toEqual([["administrator", "enrol"]]);
    expect(roles.map((role) => secondFactorDemand({ role, enrolled: false }, free))).toEqual(roles.map(() => "none"));
  });

  it("can't be taken off while it is required", () => {
    expect(secondFactorOffRefusal("administrator", required)).toMatch(/require/);
    expect(secondFactorOffRefusal("administrator", free)).toBeNull();
    expect(secondFactorOffRefusal("editor", required)).toBeNull();
  });
});

describe("a session", () => {
  const start = new Date("2026-11-01T00:00:00Z");
  const day = (number: number): Date => new Date(start.getTime() + number * 86_400_000);

  it("ends after a week without use, and after 30 days in any case", () => {
    expect(sessionHolds({ createdAt: start, lastSeenAt: start }, day(6.99))).toBe(true);
    expect(sessionHolds({ createdAt: start, lastSeenAt: start }, day(7))).toBe(false);
    expect(sessionHolds({ createdAt: start, lastSeenAt: day(29) }, day(29.99))).toBe(true);
    expect(sessionHolds({ createdAt: start, lastSeenAt: day(29.9) }, day(30))).toBe(false);
  });
});
