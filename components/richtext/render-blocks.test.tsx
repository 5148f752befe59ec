import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Block } from "@/lib/richtext/schema";
import { doc, heading, image, paragraph, table, text } from "@/lib/richtext/testing/shorthand";
import { RenderBlocks } from "./render-blocks";
import type { RenderContext } from "./render-context";
import { contextFor, mediaView } from "./testing/context";

// The picture's own markup is tested where it is made; here only what it is given matters.
vi.mock("@/components/site/picture", () => ({
  Picture: ({ media, alt, sizes }: { media: { key: string }; alt: string; sizes: string }) => (
    <img src={media.key} alt={alt} sizes={sizes} loading="lazy" />
  ),
}));

function html(blocks: Block | Block[], more: Partial<RenderContext> = {}): string {
  const body = doc(...(Array.isArray(blocks) ? blocks : [blocks]));
  return renderToStaticMarkup(<RenderBlocks doc={body} context={contextFor(body, more)} />);
}

function list(type: "bulletList" | "orderedList", start: number, ...items: Block[][]): Block {
  const content = items.map((item) => ({ type: "listItem", content: item }));
  return (type === "bulletList" ? { type, content } : { type, attrs: { start }, content }) as Block;
}

const column = 'sizes="(min-width: 48rem) 44rem, 100vw" loading="lazy"';
const half = 'sizes="(min-width: 48rem) 22rem, (min-width: 30rem) 50vw, 100vw" loading="lazy"';

describe("text blocks", () => {
  it.each<[string, Block, string]>([
    ["a paragraph", paragraph("a"), "<p>a</p>"],
    ["an empty paragraph", { type: "paragraph" }, ""],
    [
      "a heading",
      heading(3, "Why", "why"),
      '<div class="rt-heading rt-heading--3"><h3 id="why">Why</h3>' +
        '<a class="rt-anchor" href="#why" aria-label="Link to this section"><span aria-hidden="true">#</span></a></div>',
    ],
    ["a heading without id", heading(4, "Why"), '<div class="rt-heading rt-heading--4"><h4>Why</h4></div>'],
    ["an empty heading", { type: "heading", attrs: { level: 2, id: "x" }, content: [] }, ""],
    ["a rule", { type: "horizontalRule" }, '<hr class="rt-rule"/>'],
    [
      "a quote",
      { type: "blockquote", attrs: { source: null }, content: [paragraph("a"), paragraph("b")] },
      '<blockquote class="rt-quote"><p>a</p><p>b</p></blockquote>',
    ],
    [
      "a quote with its source",
      { type: "blockquote", attrs: { source: "A & B" }, content: [paragraph("a")] },
      '<figure class="rt-quote"><blockquote><p>a</p></blockquote>' +
        '<figcaption class="rt-quote__source">A &amp; B</figcaption></figure>',
    ],
    [
      "a list",
      list("bulletList", 1, [paragraph("a")], [paragraph("b")]),
      '<ul class="rt-list"><li>a</li><li>b</li></ul>',
    ],
    ["a numbered list", list("orderedList", 1, [paragraph("a")]), '<ol class="rt-list"><li>a</li></ol>'],
    ["a list that goes on", list("orderedList", 4, [paragraph("a")]), '<ol class="rt-list" start="4"><li>a</li></ol>'],
    [
      "nested lists and items of several paragraphs",
      list(
        "bulletList",
        1,
        [paragraph("a"), list("orderedList", 0, [paragraph("b")])],
        [paragraph("c"), paragraph("d")],
      ),
      '<ul class="rt-list"><li>a<ol class="rt-list" start="0"><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>',
    ],
    [
      "a callout",
      { type: "callout", attrs: { tone: "tip", title: "Do this" }, content: [paragraph("a")] },
      '<aside class="rt-callout rt-callout--tip" role="note" aria-labelledby="callout-1-title">' +
        '<p class="rt-callout__title" id="callout-1-title"><span class="rt-callout__tone">Tip</span>: Do this</p><p>a</p></aside>',
    ],
    [
      "a callout without title",
      {
        type: "callout",
        attrs: { tone: "caution", title: null },
        content: [list("bulletList", 1, [paragraph("a")])],
      } as Block,
      '<aside class="rt-callout rt-callout--caution" role="note" aria-labelledby="callout-1-title">' +
        '<p class="rt-callout__title" id="callout-1-title"><span class="rt-callout__tone">Caution</span></p>' +
        '<ul class="rt-list"><li>a</li></ul></aside>',
    ],
    [
      "the contact address",
      { type: "contactAddress" },
      '<div class="rt-contact"><a href="mailto:desk@example.org">desk@example.org</a></div>',
    ],
  ])("renders %s", (_name, block, expected) => {
    expect(html(block)).toBe(expected);
  });
});

describe("tables", () => {
  it("renders header and body with a caption", () => {
    expect(html(table([["A", "B"]], [["1", "2"]], "Numbers"))).toBe(
      '<section class="rt-table" aria-label="Table 1: Numbers" tabindex="0"><table><caption>Numbers</caption>' +
        '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>' +
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></section>",
    );
  });

  it("names each by its number, marks row headers and leaves empty corners alone", () => {
    const rows = table([["", "B"]], [["x", "2"]]);
    const corner = rows.content[1]?.content[0];
    if (corner)
      rows.content[1]?.content.splice(0, 1, { ...corner, type: "tableHeader", attrs: { colspan: 1, rowspan: 2 } });
    expect(html([table([], [["a"]]), rows])).toBe(
      '<section class="rt-table" aria-label="Table 1" tabindex="0"><table><tbody><tr><td>a</td></tr></tbody></table></section>' +
        '<section class="rt-table" aria-label="Table 2" tabindex="0"><table>' +
        '<thead><tr><td></td><th scope="col">B</th></tr></thead>' +
        '<tbody><tr><th scope="row" rowSpan="2">x</th><td>2</td></tr></tbody></table></section>',
    );
  });
});

describe("pictures", () => {
  it("renders a picture with caption and credit", () => {
    expect(html(image(1, "What it shows", "A. Maker"))).toBe(
      `<figure class="rt-figure"><img src="m1" alt="alt 1" ${column}/><figcaption class="rt-caption">` +
        '<span class="rt-caption__text">What it shows</span> <span class="rt-caption__credit">A. Maker</span></figcaption></figure>',
    );
  });

  it("falls back to the library's credit, never to its alternative text", () => {
    const media = new Map([[1, { ...mediaView(1), credit: "Library" }]]);
    const decorative = { ...image(1), attrs: { ...image(1).attrs, alt: "", decorative: true } };
    expect(html(decorative, { media })).toBe(
      `<figure class="rt-figure"><img src="m1" alt="" ${column}/><figcaption class="rt-caption">` +
        '<span class="rt-caption__credit">Library</span></figcaption></figure>',
    );
  });

  it("has no empty caption, and leaves out what the library lost", () => {
    expect(html([image(1), image(99, "gone")])).toBe(
      `<figure class="rt-figure"><img src="m1" alt="alt 1" ${column}/></figure>`,
    );
  });

  it("renders a gallery as a list", () => {
    expect(html({ type: "gallery", attrs: { caption: "All" }, content: [image(1, "One"), image(99), image(2)] })).toBe(
      '<figure class="rt-gallery"><ul class="rt-gallery__list">' +
        `<li><figure class="rt-figure"><img src="m1" alt="alt 1" ${half}/>` +
        '<figcaption class="rt-caption"><span class="rt-caption__text">One</span></figcaption></figure></li>' +
        `<li><figure class="rt-figure"><img src="m2" alt="alt 2" ${half}/></figure></li></ul>` +
        '<figcaption class="rt-caption">All</figcaption></figure>',
    );
    expect(html({ type: "gallery", attrs: { caption: "All" }, content: [image(99)] })).toBe("");
  });
});

describe("embeds", () => {
  it("loads nothing: only a link to the provider's page", () => {
    expect(html({ type: "embed", attrs: { provider: "youtube", externalId: "abc-1_2", title: "A <talk>" } })).toBe(
      '<figure class="rt-embed"><figcaption class="rt-embed__title">A &lt;talk&gt;</figcaption>' +
        '<mhn-embed data-provider="youtube" data-id="abc-1_2" data-title="A &lt;talk&gt;">' +
        '<p class="rt-embed__note">This video is hosted by YouTube. Nothing is loaded from YouTube, and YouTube learns nothing ' +
        "about your visit, until you open it.</p>" +
        '<a href="https://www.youtube.com/watch?v=abc-1_2" class="rt-embed__link" rel="noopener">Watch on YouTube</a>' +
        "</mhn-embed></figure>",
    );
  });

  it.each([
    ["vimeo", "123", "https://vimeo.com/123", "Watch on Vimeo"],
    ["spotify", "episode/4rO", "https://open.spotify.com/episode/4rO", "Listen on Spotify"],
  ] as const)("knows the page of %s", (provider, externalId, href, words) => {
    const result = html({ type: "embed", attrs: { provider, externalId, title: "T" } });
    expect(result).toContain(`href="${href}" class="rt-embed__link" rel="noopener">${words}</a>`);
  });
});

describe("what stands between blocks", () => {
  it("puts slots after the blocks they belong to", () => {
    const adAfter = new Map([[0, <ins key="ad">ad</ins>]]);
    expect(html([paragraph("a"), paragraph(text("b"))], { adAfter })).toBe("<p>a</p><ins>ad</ins><p>b</p>");
  });
});
