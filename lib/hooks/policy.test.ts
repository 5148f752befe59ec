import { describe, expect, it } from "vitest";
import { judgeAnswer, mayTell, parseRetryAfter, pauseAfter } from "./policy";

const hub = "https://hub.example.com/";
const moment = new Date("2026-11-28T12:00:00Z");

describe("whom the magazine tells", () => {
  it.each([
    "https://magazine.org",
    "https://www.magazine.co.uk:8443",
    "https://93.184.216.34",
    "https://[2606:2800::1]",
  ])("%s tells everybody", (site) => {
    expect(mayTell(site, hub)).toBe(true);
  });

  it.each([
    ...["http://localhost:3000", "https://localhost", "http://magazine.org", "https://laptop", "https://mac.local"],
    ...["https://magazine.test", "https://x.internal", "https://x.home.arpa", "https://127.0.0.1", "https://[::1]"],
    ...["https://10.0.0.1", "https://192.168.1.1", "https://169.254.1.1", "https://[fd00::1]", "https://x.localhost."],
  ])("%s tells nobody outside, but whom it likes on its own machine", (site) => {
    expect(mayTell(site, hub)).toBe(false);
    for (const near of ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/"]) {
      expect(mayTell(site, near)).toBe(true);
    }
    expect(mayTell(site, "http://192.168.1.2/")).toBe(false);
  });
});

describe("an answer", () => {
  it.each([200, 202, 204])("%i means done", (status) => {
    expect(judgeAnswer(status, null, "", moment)).toEqual({ kind: "done" });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])("%i means later", (status) => {
    expect(judgeAnswer(status, "7", "busy", moment)).toEqual({
      kind: "later",
      reason: `${String(status)} busy`,
      retryAfter: 7_000,
    });
  });

  it.each([301, 307, 400, 401, 403, 404, 410, 422])("%i is final", (status) => {
    expect(judgeAnswer(status, "7", "", moment)).toMatchObject({ kind: "refused" });
  });
});

describe("Retry-After", () => {
  it.each([
    [null, null],
    ["0", 0],
    [" 120 ", 120_000],
    ["Sat, 28 Nov 2026 12:01:00 GMT", 60_000],
    ["Sat, 28 Nov 2026 11:00:00 GMT", 0],
    ["99999999", 86_400_000],
    ["soon", null],
  ])("%j is %j milliseconds", (value, milliseconds) => {
    expect(parseRetryAfter(value, moment)).toBe(milliseconds);
  });
});

it("waits longer with every failure, an hour at most, and never exactly as long as others", () => {
  expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 10_000, 0.5))).toEqual([10_000, 20_000, 40_000, 80_000]);
  expect(pauseAfter(50, 10_000, 0.5)).toBe(3_600_000);
  expect([pauseAfter(1, 10_000, 0), pauseAfter(1, 10_000, 1)]).toEqual([8_000, 12_000]);
});
