import { describe, expect, it } from "vitest";
import { cdnCheck, hookCheck, jobsCheck } from "./queue-policy";

const quiet = { due: 0, late: 0, later: 2, underWay: 1, dead: 0, lastDead: null };

describe("background work", () => {
  it("is told in numbers", () => {
    expect(jobsCheck(quiet)).toMatchObject({
      state: "ok",
      text: "1 job under way, 0 jobs waiting, 2 jobs for later.",
      advice: null,
    });
  });

  it("needs a look when something was given up, and somebody when nobody works", () => {
    const dead = jobsCheck({ ...quiet, dead: 3, lastDead: { task: "announce", error: "boom" } });
    expect(dead).toMatchObject({
      state: "warn",
      text: expect.stringMatching(/^3 jobs .* “announce”: boom$/) as string,
    });
    expect(jobsCheck({ ...quiet, due: 4, late: 4 })).toMatchObject({ state: "fail" });
  });
});

describe("a hub", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 12, minute));
  const facts = { waiting: 0, failures: 0, lastSuccessAt: at(1), lastErrorAt: null, lastError: null };
  const state = {
    endpoint: "https://hub.example/",
    active: true,
    siteUrl: "https://magazine.org",
    timeZone: "UTC",
    facts,
  };

  it("may be off, or out of reach for a laptop", () => {
    expect(hookCheck("websub", { ...state, endpoint: null })).toMatchObject({ state: "ok", advice: null });
    const laptop = hookCheck("websub", { ...state, active: false, siteUrl: "http://localhost:3000" });
    expect(laptop).toMatchObject({ state: "warn", text: expect.stringContaining("http://localhost:3000") as string });
  });

  it("says when it was told last, and what went wrong since", () => {
    expect(hookCheck("websub", state)).toMatchObject({
      state: "ok",
      text: "https://hub.example/: Last told on Nov 28, 2026, 12:01 PM UTC. 0 addresses waiting.",
    });
    const trouble = { ...facts, lastErrorAt: at(2), lastError: "503 busy" };
    const later = hookCheck("websub", { ...state, facts: { ...trouble, failures: 2, waiting: 1 } });
    expect(later).toMatchObject({ state: "warn", advice: expect.stringContaining("tried again") as string });
    expect(later.text).toContain("1 address waiting. Last problem on Nov 28, 2026, 12:02 PM UTC: 503 busy");
    const refused = hookCheck("indexnow", { ...state, facts: trouble });
    expect(refused).toMatchObject({ state: "warn", advice: expect.stringContaining("INDEXNOW_KEY") as string });
    expect(hookCheck("indexnow", { ...state, facts: { ...trouble, lastSuccessAt: at(3) } }).state).toBe("ok");
  });
});

describe("a CDN", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 12, minute));
  const facts = { waiting: 0, failures: 0, refused: false, lastSuccessAt: at(1), lastErrorAt: null, lastError: null };
  const state = { cdn: { name: "Fastly", endpoint: "https://api.fastly.com" }, maxAge: 60, timeZone: "UTC", facts };

  it("may be off", () => {
    expect(cdnCheck({ ...state, cdn: null })).toMatchObject({ state: "ok", advice: null });
  });

  it("says when it purged last, and that it could not", () => {
    expect(cdnCheck(state)).toMatchObject({
      state: "ok",
      text: "Fastly, https://api.fastly.com: Last purged on Nov 28, 2026, 12:01 PM UTC. 0 changes waiting.",
    });
    const trouble = { ...facts, waiting: 1, failures: 3, lastErrorAt: at(2), lastError: "503 busy" };
    const busy = cdnCheck({ ...state, facts: trouble });
    expect(busy).toMatchObject({ state: "warn", advice: expect.stringContaining("60 seconds old") as string });
    expect(busy.text).toContain("1 change waiting. Last problem on Nov 28, 2026, 12:02 PM UTC: 503 busy");
    const refused = cdnCheck({ ...state, facts: { ...trouble, refused: true, lastError: "401" } });
    expect(refused).toMatchObject({ state: "fail", advice: expect.stringContaining("CDN_PURGE_TOKEN") as string });
  });
});
