import { describe, expect, it } from "vitest";
import { cdata, element, escapeXml, textElement } from "./xml";

const hostile = "a & b < c > d \" e ' f";

describe("writing XML", () => {
  it("escapes what means something, and nothing else", () => {
    expect(escapeXml(hostile)).toBe("a &amp; b &lt; c &gt; d &quot; e &apos; f");
    expect(escapeXml("👩‍👩‍👧 心理健康 é\n")).toBe("👩‍👩‍👧 心理健康 é\n");
  });

  it("leaves out what XML has no way to say: control characters, half pairs, non-characters", () => {
    expect(escapeXml("a\u0000b\u0008c\uD800d\uFFFEe")).toBe("abcde");
    expect(cdata("a\u0000b")).toBe("<![CDATA[ab]]>");
  });

  it("ends a CDATA section only at its end", () => {
    expect(cdata("a]]>b<i>&amp;</i>")).toBe("<![CDATA[a]]]]><![CDATA[>b<i>&amp;</i>]]>");
  });

  it("writes elements", () => {
    expect(textElement("a", "1 < 2", { b: '"', c: 3, d: null })).toBe('<a b="&quot;" c="3">1 &lt; 2</a>');
    expect(element("a", {})).toBe("<a/>");
  });
});
