import { describe, expect, it } from "vitest";
import { smsHref, telHref, websiteName } from "./helpline-links";

describe("links to help lines", () => {
  it.each([
    ["116 123", "tel:116123"],
    ["1-800-662-4357", "tel:18006624357"],
    ["+44 (0)20 7946", "tel:+440207946"],
  ])("dials %s", (number, href) => {
    expect(telHref(number)).toBe(href);
  });

  it("writes to a number, with the word to send", () => {
    expect(smsHref({ to: "741741", keyword: "HOME" })).toBe("sms:741741?body=HOME");
    expect(smsHref({ to: "0477 13 11 14", keyword: null })).toBe("sms:0477131114");
    expect(smsHref({ to: "1", keyword: "A&B" })).toBe("sms:1?body=A%26B");
  });

  it.each([
    ["https://www.samaritans.org/how-we-can-help/", "samaritans.org"],
    ["http://116sos.pl", "116sos.pl"],
    ["javascript:alert(1)", null],
    ["https://", null],
    ["/here", null],
  ])("names the site of %s", (url, name) => {
    expect(websiteName(url)).toBe(name);
  });
});
