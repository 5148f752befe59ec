import { describe, expect, it } from "vitest";
import { helplineDetails, helplineWays, smsHref, telHref, websiteName } from "./ways";
import { helpline } from "./testing/helpline";

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

describe("what is said of a line", () => {
  it("names every way: calls, texts, its website", () => {
    const line = { ...helpline("a", "US"), phone: ["988", "1-800-1"], sms: { to: "741741", keyword: "HOME" } };
    expect(helplineWays({ ...line, url: "https://www.line.example/chat" })).toEqual([
      { label: "Call 988", href: "tel:988" },
      { label: "Call 1-800-1", href: "tel:18001" },
      { label: "Text HOME to 741741", href: "sms:741741?body=HOME" },
      { label: "line.example", href: "https://www.line.example/chat" },
    ]);
    expect(helplineWays({ ...line, phone: [], sms: null, url: "javascript:alert(1)" })).toEqual([]);
  });

  it("adds where and when it serves, or nothing", () => {
    const line = helpline("a", "US");
    expect(helplineDetails(line, line.country)).toBeNull();
    expect(helplineDetails({ ...line, country: "The North", hours: "24/7", note: "press 2" }, "Country US")).toBe(
      "The North, 24/7, press 2",
    );
  });
});
