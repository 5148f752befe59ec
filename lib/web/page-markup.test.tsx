import { describe, expect, it } from "vitest";
import { PageHeadElements } from "@/components/site/page-head";
import { unlistedHead } from "@/lib/seo/page-head";
import { loadMarkup, pageSlot, withPage } from "./page-markup";

const shell = `<html><head><meta charSet="utf-8"></head><body>${pageSlot.html}<footer></footer></body></html>`;

describe("withPage", () => {
  it("puts the page where its place is kept", () => {
    expect(withPage(shell, { html: "<main>text</main>" })).toBe(
      `<html><head><meta charSet="utf-8"></head><body><main>text</main><footer></footer></body></html>`,
    );
  });

  it("leaves what Next rendered alone when there is no page", () => {
    expect(withPage(shell, { html: null })).toBe(shell);
  });

  it("moves what is fetched early into the head", async () => {
    const render = await loadMarkup();
    const html = render(
      <main>
        <img src="/media/a.jpg" alt="" fetchPriority="high" />
      </main>,
    );
    const page = withPage(shell, { html });
    expect(page).toMatch(
      /<meta charSet="utf-8"><link rel="preload" as="image"[^>]*href="\/media\/a.jpg"[^>]*><\/head>/,
    );
    expect(page).toContain("<body><main><img");
  });

  it("moves what a page says about itself into the head, and leaves what only looks like it", async () => {
    const render = await loadMarkup();
    const head = unlistedHead({ name: "Mind & body" }, "Old </title><b> news");
    const html = render(
      <>
        <p>before</p>
        <PageHeadElements head={{ ...head, description: 'Says > "much"' }} />
        <p>
          {"<meta name="}
          <svg>
            <title>A drawing</title>
          </svg>
        </p>
      </>,
    );
    const page = withPage(shell, { html });
    const [inHead = "", inBody = ""] = page.split("</head>");
    expect(inHead).toContain("<title>Old &lt;/title&gt;&lt;b&gt; news · Mind &amp; body</title>");
    expect(inHead).toContain('<meta name="description" content="Says &gt; &quot;much&quot;"/>');
    expect(inHead).toContain('<meta name="robots" content="noindex, follow"/>');
    expect(inHead).toContain('<link rel="manifest" href="/manifest.webmanifest"/>');
    expect(inHead).not.toContain("canonical");
    expect(inBody).toBe(
      "<body><p>before</p><p>&lt;meta name=<svg><title>A drawing</title></svg></p><footer></footer></body></html>",
    );
  });

  it("takes a page literally, whatever is written in it", () => {
    const html = `<p>costs $& and $1, says $\``;
    expect(withPage(shell, { html })).toContain(`<body>${html}<footer>`);
  });

  it("keeps its place in a form that Next writes", async () => {
    const render = await loadMarkup();
    expect(render(<div {...{ [pageSlot.name]: "" }} />)).toBe(pageSlot.html);
  });
});
