import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Inline } from "@/lib/richtext/schema";
import { doc, link, paragraph, reference, text } from "@/lib/richtext/testing/shorthand";
import { InlineContent } from "./inline-content";
import { contextFor } from "./testing/context";

function html(...content: Inline[]): string {
  return renderToStaticMarkup(<InlineContent content={content} context={contextFor(doc(paragraph(...content)))} />);
}

const bold = { type: "bold" } as const;
const italic = { type: "italic" } as const;
const code = { type: "code" } as const;
const hardBreak = { type: "hardBreak" } as const;

describe("InlineContent", () => {
  it.each<[string, Inline[], string]>([
    ["plain text", [text("a "), text("b")], "a b"],
    [
      "each mark",
      [text("a", bold), text("b", italic), text("c", code)],
      '<strong>a</strong><em>b</em><code class="rt-code">c</code>',
    ],
    [
      "all marks in one order",
      [text("a", code, italic, link("/x"), bold)],
      '<a href="/x"><strong><em><code class="rt-code">a</code></em></strong></a>',
    ],
    [
      "neighbours in one element",
      [text("a", bold), text("b", italic, bold), text("c", italic)],
      "<strong>a<em>b</em></strong><em>c</em>",
    ],
    [
      "one link over changing marks",
      [text("a", link("/x")), text("b", bold, link("/x"))],
      '<a href="/x">a<strong>b</strong></a>',
    ],
    ["two links side by side", [text("a", link("/x")), text("b", link("/y"))], '<a href="/x">a</a><a href="/y">b</a>'],
    ["a break", [text("a"), hardBreak, text("b")], "a<br/>b"],
    ["a break inside a mark", [text("a", bold), hardBreak, text("b", bold)], "<strong>a<br/>b</strong>"],
    ["a break after a mark", [text("a", bold), hardBreak, text("b")], "<strong>a</strong><br/>b"],
    ["a break before a mark", [hardBreak, text("a", bold)], "<br/><strong>a</strong>"],
  ])("renders %s", (_name, content, expected) => {
    expect(html(...content)).toBe(expected);
  });

  it("marks only links to other sites", () => {
    expect(html(text("a", link("https://example.org/?a=1&b=2")))).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">a</a>',
    );
    for (const href of ["/news/a", "#part", "mailto:a@example.org", "tel:+123"]) {
      expect(html(text("a", link(href)))).toBe(`<a href="${href}">a</a>`);
    }
  });

  it("has no link that nobody could see", () => {
    expect(html(text("a", link("/x")), text(" ", link("/y")), text(" ", bold, link("/z")))).toBe(
      '<a href="/x">a</a> <strong> </strong>',
    );
  });

  it("numbers reference marks, and never puts one inside a link", () => {
    expect(html(text("a", link("/x")), reference("k"), text("b", link("/x")), reference("k"))).toBe(
      '<a href="/x">a</a><sup class="rt-ref"><a id="ref-mark-1-1" href="#reference-1" role="doc-noteref">[1]</a></sup>' +
        '<a href="/x">b</a><sup class="rt-ref"><a id="ref-mark-1-2" href="#reference-1" role="doc-noteref">[1]</a></sup>',
    );
  });

  it("shows hostile text as text", () => {
    expect(html(text("<script>alert(1)</script>"), text('"><img onerror=x>', link('/a"onclick="x')))).toBe(
      "&lt;script&gt;alert(1)&lt;/script&gt;" + '<a href="/a&quot;onclick=&quot;x">&quot;&gt;&lt;img onerror=x&gt;</a>',
    );
  });
});
