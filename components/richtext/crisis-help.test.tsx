import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { HelplineView } from "@/lib/helplines/types";
import { CrisisHelp } from "./crisis-help";
import { helpline } from "@/lib/helplines/testing/helpline";

function html(helplines: HelplineView[], ordinal = 1): string {
  return renderToStaticMarkup(<CrisisHelp helplines={helplines} ordinal={ordinal} />);
}

const intro =
  "<p>If you might act on thoughts of harming yourself, or someone’s life is in danger, call your local emergency number " +
  "now. If you are not sure, or you need to talk, these services are there for you.</p>";

describe("CrisisHelp", () => {
  it("says what to do and links to the directory, also without any line", () => {
    expect(html([])).toBe(
      '<section class="rt-crisis" id="crisis-help-1" aria-labelledby="crisis-help-1-title">' +
        `<p class="rt-crisis__title" id="crisis-help-1-title">If you need help now</p>${intro}` +
        '<p class="rt-crisis__directory">In your country, you can find a line at ' +
        '<a href="https://findahelpline.com" rel="noopener">findahelpline.com</a>.</p></section>',
    );
  });

  it("gives every way to reach a line", () => {
    const line = {
      ...helpline("us", "US"),
      name: "Line & Co",
      phone: ["988", "1-800-1"],
      sms: { to: "741741", keyword: "HOME" },
      url: "https://www.line.example/chat",
      hours: "24/7",
      note: "choose option 2",
    };
    expect(html([line])).toContain(
      '<div class="rt-crisis__country"><p class="rt-crisis__name">Country US</p><ul class="rt-crisis__lines"><li>' +
        '<strong class="rt-crisis__line">Line &amp; Co</strong>' +
        ' <span class="rt-crisis__way"><a href="tel:988">Call 988</a></span>' +
        ' <span class="rt-crisis__way"><a href="tel:18001">Call 1-800-1</a></span>' +
        ' <span class="rt-crisis__way"><a href="sms:741741?body=HOME">Text HOME to 741741</a></span>' +
        ' <span class="rt-crisis__way"><a href="https://www.line.example/chat" rel="noopener">line.example</a></span>' +
        '<span class="rt-crisis__details"> 24/7, choose option 2</span></li></ul></div>',
    );
  });

  it("folds all but the first countries with plain HTML", () => {
    const result = html([helpline("a", "US"), helpline("b", "CA"), helpline("c", "GB")]);
    expect(result.match(/<details/g)).toHaveLength(1);
    expect(result).toContain(
      '<details class="rt-crisis__country"><summary>Country GB</summary><ul class="rt-crisis__lines"><li>' +
        '<strong class="rt-crisis__line">Line c</strong> <span class="rt-crisis__way"><a href="tel:116123">Call 116 123</a>',
    );
    expect(result).toContain("In another country, you can find a line at");
  });

  it("says when a line serves only a part of the country, and takes a text number without a word", () => {
    const part = { ...helpline("b", "US"), country: "Country US (North)", sms: { to: "988", keyword: null } };
    const result = html([helpline("a", "US"), part]);
    expect(result).toContain('<a href="sms:988">Text 988</a>');
    expect(result).toContain('<span class="rt-crisis__details"> Country US (North)</span>');
  });

  it("never links to what is no web address", () => {
    expect(html([{ ...helpline("a", "US"), url: "javascript:alert(1)" }])).not.toContain("javascript");
  });

  it("has ids and a name of its own each time", () => {
    expect(html([], 2)).toContain('id="crisis-help-2" aria-labelledby="crisis-help-2-title"');
    const names = [1, 2, 3, 4].map((ordinal) => /title">([^<]+)</.exec(html([], ordinal))?.[1]);
    expect(new Set(names).size).toBe(4);
  });
});
