import { describe, expect, it } from "vitest";
import { isNotModified } from "./conditional";

const validators = { etag: 'W/"abc"', lastModified: new Date("2026-11-20T10:00:00.700Z") };
const later = new Date("2026-11-20T11:00:00Z");
const asked = (headers: Record<string, string>, moment = later): boolean =>
  isNotModified(new Headers(headers), validators, moment);

describe("a conditional request", () => {
  it("is answered whole when it names nothing, or something else", () => {
    expect(asked({})).toBe(false);
    expect(asked({ "if-none-match": '"other"' })).toBe(false);
    expect(asked({ "if-modified-since": "never" })).toBe(false);
  });

  it("compares tags weakly, in a list too", () => {
    for (const tags of ['W/"abc"', '"abc"', '"x", W/"abc"', "*"]) expect(asked({ "if-none-match": tags })).toBe(true);
  });

  it("forgets the date where a tag is given", () => {
    const headers = { "if-none-match": '"x"', "if-modified-since": "Fri, 20 Nov 2026 10:30:00 GMT" };
    expect(asked(headers)).toBe(false);
  });

  it("knows no parts of a second", () => {
    expect(asked({ "if-modified-since": "Fri, 20 Nov 2026 10:00:00 GMT" })).toBe(true);
    expect(asked({ "if-modified-since": "Fri, 20 Nov 2026 09:59:59 GMT" })).toBe(false);
    const sameSecond = new Date("2026-11-20T10:00:00.900Z");
    expect(asked({ "if-modified-since": "Fri, 20 Nov 2026 10:00:00 GMT" }, sameSecond)).toBe(false);
  });
});
