import sanitizeHtml from "sanitize-html";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { plainText } from "../plain-text";
import type { Block } from "../schema";
import { randomDocument } from "../testing/random-document";
import { renditionContext as context } from "../testing/rendition-context";
import { doc, heading, image, link, paragraph, reference, table, text } from "../testing/shorthand";
import { richTextHtml } from "./html";

const html = (...blocks: Block[]): string => richTextHtml(doc(...blocks), context);

describe("blocks as HTML", () => {
  it.each<[string, Block, string]>([
    ["a paragraph", paragraph("a & b ", text("c", { type: "bold" })), "<p>a &amp; b <strong>c</strong></p>"],
    ["an empty paragraph", { type: "paragraph" }, ""],
    ["a break", paragraph("a", { type: "hardBreak" }, "b"), "<p>a<br/>b</p>"],
    ["a heading", heading(3, "Why", "why"), "<h3>Why</h3>"],
    ["a rule", { type: "horizontalRule" }, "<hr/>"],
    [
      "a quote with its source",
      { type: "blockquote", attrs: { source: "W. James" }, content: [paragraph("a")] },
      "<figure><blockquote><p>a</p></blockquote><figcaption>W. James</figcaption></figure>",
    ],
    [
      "a picture",
      image(1, "What it shows", "A maker"),
      '<figure><img src="https://magazine.example/media/1.jpg" width="1280" height="720" alt="alt 1"/>' +
        "<figcaption>What it shows A maker</figcaption></figure>",
    ],
    ["a picture that is gone", image(99), ""],
    [
      "a decoration",
      { ...image(1), attrs: { ...image(1).attrs, alt: "", decorative: true } },
      '<figure><img src="https://magazine.example/media/1.jpg" width="1280" height="720" alt=""/>' +
        "<figcaption>A library</figcaption></figure>",
    ],
    [
      "a table",
      table([["", "One"]], [["a", "1"]], "Of <things>"),
      '<table><caption>Of &lt;things&gt;</caption><thead><tr><td></td><th scope="col">One</th></tr></thead>' +
        "<tbody><tr><td>a</td><td>1</td></tr></tbody></table>",
    ],
    [
      "a callout",
      { type: "callout", attrs: { tone: "tip", title: "Try" }, content: [paragraph("a")] },
      "<aside><p><strong>Tip: Try</strong></p><p>a</p></aside>",
    ],
    [
      "an embed, as a link",
      { type: "embed", attrs: { provider: "youtube", externalId: "abc", title: "A <talk>" } },
      '<p><a href="https://www.youtube.com/watch?v=abc">A &lt;talk&gt;</a> (video on YouTube)</p>',
    ],
    [
      "lists in lists",
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          {
            type: "listItem",
            content: [
              paragraph("a"),
              { type: "bulletList", content: [{ type: "listItem", content: [paragraph("b"), paragraph("c")] }] },
            ],
          },
        ],
      },
      '<ol start="3"><li>a<ul><li><p>b</p><p>c</p></li></ul></li></ol>',
    ],
  ])("writes %s", (_name, block, expected) => {
    expect(html(block)).toBe(expected);
  });

  it("spells the help lines out, every country open", () => {
    const result = html({ type: "crisisHelp" });
    expect(result).toContain("<p><strong>If you need help now</strong></p>");
    for (const country of ["US", "GB", "IE"]) expect(result).toContain(`<p>Country ${country}</p>`);
    expect(result).toContain('<li><strong>Line us</strong>: <a href="tel:116123">Call 116 123</a></li>');
    expect(result).toContain('you can find a line at <a href="https://findahelpline.com">findahelpline.com</a>.');
    expect(html({ type: "crisisHelp" }, { type: "crisisHelp" })).toContain("Where to find help");
  });

  it("gives every link an absolute address", () => {
    const result = html(
      paragraph(
        ...["/news/b", "#why", "https://else.example/?a=1&b=2", "mailto:a@b.example"].map((href) =>
          text("x", link(href)),
        ),
      ),
    );
    expect([...result.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://magazine.example/news/b",
      "https://magazine.example/news/a-piece#why",
      "https://else.example/?a=1&amp;b=2",
      "mailto:a@b.example",
    ]);
  });

  it("numbers the references in order of use, and leads each mark to the page's list", () => {
    const result = html(paragraph("a", reference("b-2002"), reference("lost"), reference("b-2002")));
    const mark = (number: number): string =>
      `<sup><a href="https://magazine.example/news/a-piece#reference-${String(number)}">[${String(number)}]</a></sup>`;
    expect(result).toBe(
      `<p>a${mark(1)}${mark(2)}${mark(1)}</p>\n<h2>References</h2><ol>` +
        "<li>Berg, B. (2002). <i>A book.</i> Routledge.</li>" +
        "<li>The details of this reference are missing.</li></ol>",
    );
  });
});

const documents = Array.from({ length: 60 }, (_, seed) => randomDocument(seed));

describe("any document", { timeout: 60_000 }, () => {
  it("is well-formed", async () => {
    const all = documents.map((document) => `<article>${richTextHtml(document, context)}</article>`).join("\n");
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "all.xml", contents: `<all>${all}</all>` }],
      schema: [anything],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it("keeps all its words, in order", () => {
    for (const document of documents) {
      expect(inOrder(wordsOf(read(richTextHtml(document, context)).words), wordsOf(plainText(document)))).toEqual([]);
    }
  });

  it("leads nowhere but to absolute addresses, and runs nothing", () => {
    const { names, addresses } = read(documents.map((each) => richTextHtml(each, context)).join(""));
    expect(addresses.filter((address) => !/^(https?:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
    expect([...names].filter((name) => /^(script|style|iframe|@on|@style|@id|@class)/.test(name))).toEqual([]);
    expect([...names]).toEqual(expect.arrayContaining(["table", "figure", "aside", "section", "sup", "ol", "@alt"]));
  });
});

/** A schema that lets everything through: what is left is well-formedness. */
const anything = {
  fileName: "any.xsd",
  contents:
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="all"><xs:complexType mixed="true"><xs:sequence>' +
    '<xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
};

/** What a parser of HTML that is not ours finds: the words with a line end before every block, and all names. */
function read(markup: string): { words: string; names: Set<string>; addresses: string[] } {
  let words = "";
  const names = new Set<string>();
  const addresses: string[] = [];
  sanitizeHtml(markup, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag: (name, attributes) => {
      names.add(name);
      if (!/^(strong|em|code|a|sup|i)$/.test(name)) words += "\n";
      for (const [attribute, value] of Object.entries(attributes)) {
        names.add(`@${attribute}`);
        if (attribute === "href" || attribute === "src") addresses.push(value);
      }
    },
    textFilter: (escaped) => {
      words += escaped.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
      return escaped;
    },
  });
  return { words, names, addresses };
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** Reference marks stand within words. */
function wordsOf(words: string): string[] {
  return words
    .replace(/\[\d+\]/g, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** The words of `wanted` that are not in `words` in this order. */
function inOrder(words: string[], wanted: string[]): string[] {
  let position = 0;
  return wanted.filter((word) => {
    const found = words.indexOf(word, position);
    if (found === -1) return true;
    position = found + 1;
    return false;
  });
}
